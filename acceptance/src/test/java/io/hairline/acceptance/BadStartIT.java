package io.hairline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.acceptance.world.Checkout;
import io.hairline.acceptance.world.Checkout.Outcome;
import io.hairline.acceptance.world.FreeAddresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine that isn't fit for Hairline hears what is missing, and nothing of Hairline stays on it. */
class BadStartIT {

    private static final String OFFSET = "HAIRLINE_PORT_OFFSET";

    private final int offset = FreeAddresses.pick().offset();

    @Test
    void namesThePortThatIsTaken() throws IOException {
        Checkout checkout = Checkout.make("port-taken");
        int port = 8082 + offset;
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            Outcome outcome = checkout.run(Map.of(OFFSET, String.valueOf(offset)), "up");

            refusedPlainly(checkout, outcome, "port " + port + " (booking) is taken");
        }
    }

    @Test
    void asksForJdk25(@TempDir Path empty) throws IOException {
        Checkout checkout = Checkout.make("no-jdk");
        checkout.script(checkout.script()
                .replace("/usr/lib/jvm/*", empty + "/*")
                .replace("/Library/Java/JavaVirtualMachines/*", empty + "/*")
                .replace("/usr/libexec/java_home", empty + "/java_home"));
        Path bin = withoutJava(Files.createDirectory(empty.resolve("bin")));

        Outcome outcome = checkout.run(Map.of("PATH", bin.toString(), "HOME", empty.toString(), "JAVA_HOME", ""), "up");

        refusedPlainly(checkout, outcome, "Hairline needs a JDK 25 or newer, and none was found");
    }

    private static Path withoutJava(Path bin) throws IOException {
        for (String program :
                new String[] {"bash", "dirname", "readlink", "sed", "uname", "find", "head", "mkdir", "cp"}) {
            for (String folder : new String[] {"/bin", "/usr/bin"}) {
                Path there = Path.of(folder, program);
                if (Files.exists(there) && !Files.exists(bin.resolve(program))) {
                    Files.writeString(bin.resolve(program), "#!/bin/sh\nexec " + there + " \"$@\"\n");
                    Files.setPosixFilePermissions(bin.resolve(program), PosixFilePermissions.fromString("rwx------"));
                }
            }
        }
        return bin;
    }

    @Test
    void saysWhichMongodIsNone() throws IOException {
        Checkout checkout = Checkout.make("no-mongod");

        Outcome outcome =
                checkout.run(Map.of(OFFSET, String.valueOf(offset), "HAIRLINE_MONGOD", "/nowhere/mongod"), "up");

        refusedPlainly(checkout, outcome, "HAIRLINE_MONGOD names /nowhere/mongod, which is no mongod");
    }

    @Test
    void asksForRoom() throws IOException {
        Checkout checkout = Checkout.make("no-room");

        Outcome outcome =
                checkout.run(Map.of(OFFSET, String.valueOf(offset), "HAIRLINE_NEEDED_GIGABYTES", "1000000"), "up");

        refusedPlainly(checkout, outcome, "free at least 1000000 GB on the disk of");
        assertThat(outcome.output()).contains("close other programs until 1000000 GB are free");
    }

    @Test
    void stopsWhatItHasStartedWhenAServiceFails() throws IOException {
        Checkout checkout = Checkout.make("broken-service");
        checkout.replaceModule("identity-service", Map.of("identity-service-0.1.0-SNAPSHOT.jar", emptyZip()));

        Outcome outcome = checkout.run(Map.of(OFFSET, String.valueOf(offset)), "up");

        refusedPlainly(checkout, outcome, "identity couldn't be unpacked; why is in ");
    }

    private static byte[] emptyZip() {
        byte[] zip = new byte[22];
        zip[0] = 'P';
        zip[1] = 'K';
        zip[2] = 5;
        zip[3] = 6;
        return zip;
    }

    private static void refusedPlainly(Checkout checkout, Outcome outcome, String sentence) {
        assertThat(outcome.code()).isNotZero();
        assertThat(outcome.output()).contains(sentence).doesNotContain("Exception", "\tat ");
        assertThat(checkout.processes()).isEmpty();
    }
}
