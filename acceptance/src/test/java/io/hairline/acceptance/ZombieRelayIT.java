package io.hairline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.acceptance.world.Instance;
import io.hairline.acceptance.world.World;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The instance that leads the relay sleeps through its lease, and wakes believing that it still leads. */
@ResourceLock("booking")
class ZombieRelayIT {

    private static final Duration LEASE = Duration.ofSeconds(10);

    @Test
    void hasNoSayAfterItsLease() {
        sleeps(2, LEASE.plusSeconds(5));
    }

    @Test
    @Tag("long")
    void hasNoSayAfterAMinuteAndAHalf() {
        for (int round = 1; round <= 4; round++) {
            sleeps(20 + round, Duration.ofSeconds(90));
        }
    }

    private static void sleeps(long seed, Duration howLong) {
        World world = World.healed();
        RelayWatch watch = new RelayWatch(world);
        Bookings bookings = new Bookings(world, seed, 4, Duration.ofMillis(100));
        try (bookings) {
            await().until(() -> bookings.booked().size() > 20);
            long epoch = watch.epoch();
            Instance leader = watch.leader();
            leader.pause();
            try {
                await().pollDelay(howLong).atMost(howLong.plusSeconds(1)).until(() -> true);
                assertThat(watch.epoch()).as("the other one leads").isGreaterThan(epoch);
            } finally {
                leader.resume();
            }
            int before = bookings.booked().size();
            await().atMost(Duration.ofMinutes(2)).until(() -> bookings.booked().size() > before + 20);
        } finally {
            watch.close();
        }

        assertThat(watch.steps()).extracting(RelayWatch.Step::epoch).isSorted();
        assertThat(watch.steps()).extracting(RelayWatch.Step::token).isSorted();
        new Invariants(world).hold(bookings);
    }
}
