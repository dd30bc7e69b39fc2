package io.hairline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.acceptance.world.Answer;
import io.hairline.acceptance.world.Instance;
import io.hairline.acceptance.world.World;
import io.hairline.launcher.infrastructure.MongoServer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The database freezes, then dies: everybody is answered soon, and all goes on by itself when it is back. */
@ResourceLock("booking")
class MongoAwayIT {

    /** An operation waits four seconds and the rollback after it two; the rest is for a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final Set<Integer> FATES = Set.of(200, 201, 409, 503);

    @Test
    void answersSoonWithoutItsDatabase() {
        outages(5, Duration.ofSeconds(10));
    }

    @Test
    @Tag("long")
    void answersSoonThroughLongOutages() {
        for (int round = 1; round <= 3; round++) {
            outages(50 + round, Duration.ofMinutes(1));
        }
    }

    private static void outages(long seed, Duration frozen) {
        World world = World.healed();
        MongoServer mongo = world.servers().mongoServer();
        Bookings bookings = new Bookings(world, seed, 4, Duration.ofMillis(200));
        try (bookings) {
            await().until(() -> bookings.booked().size() > 10);
            freeze(world, frozen);
            awaitMore(bookings);
            mongo.kill();
            mongo.start();
            awaitMore(bookings);
            world.bookings().forEach(Instance::awaitReady);
        }

        assertThat(bookings.answers().stream().filter(it -> !isCivil(it))).isEmpty();
        assertThat(bookings.answers()).anyMatch(it -> it.status() == 503);
        new Invariants(world).hold(bookings);
    }

    /** Meanwhile nobody should be sent there, and nobody should restart what is well. */
    private static void freeze(World world, Duration frozen) {
        MongoServer mongo = world.servers().mongoServer();
        long end = System.nanoTime() + frozen.toNanos();
        mongo.process().pause();
        try {
            assertThat(world.bookings()).allSatisfy(it -> {
                assertThat(it.health("readiness")).isEqualTo(503);
                assertThat(it.health("liveness")).isEqualTo(200);
            });
            LockSupport.parkNanos(end - System.nanoTime());
        } finally {
            mongo.process().resume();
        }
    }

    private static void awaitMore(Bookings bookings) {
        int before = bookings.booked().size();
        await().atMost(Duration.ofMinutes(2)).until(() -> bookings.booked().size() > before + 10);
    }

    /** In time, and either the wish's fate or a plain "not now". */
    private static boolean isCivil(Answer answer) {
        boolean plain = answer.status() < 400 || answer.contentType().startsWith("application/problem+json");
        return plain && answer.took().compareTo(SOON) < 0 && FATES.contains(answer.status());
    }
}
