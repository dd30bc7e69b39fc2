package io.hairline.acceptance.world;

import io.hairline.launcher.machine.Ports;
import io.hairline.launcher.system.Addresses;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * Ports for a whole system beside whatever else runs. With these offsets each lies below the ports that the kernel
 * lends to outgoing connections (from 32768), and none among those of single test servers ({@link Ports#free}): else
 * another test's connection may sit on MongoDB's port just when it is to start.
 */
public final class FreeAddresses {

    private FreeAddresses() {}

    public static Addresses pick() {
        return Stream.generate(() -> new Addresses(ThreadLocalRandom.current().nextInt(2_900, 5_600)))
                .limit(1_000)
                .filter(it -> it.all().keySet().stream().allMatch(Ports::isFree))
                .findFirst()
                .orElseThrow();
    }
}
