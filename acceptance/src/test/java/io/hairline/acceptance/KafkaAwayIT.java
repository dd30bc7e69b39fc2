package io.hairline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.acceptance.world.Instance;
import io.hairline.acceptance.world.World;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The broker is gone: nobody who books notices, but copies may grow old, so that readiness falls. */
@ResourceLock("booking")
class KafkaAwayIT {

    @Test
    void booksOnWhileTheBrokerIsDown() {
        survives(1, Duration.ofSeconds(12));
    }

    @Test
    @Tag("long")
    void booksOnThroughThreeMinutesWithoutABroker() {
        for (int outage = 1; outage <= 3; outage++) {
            survives(10 + outage, Duration.ofMinutes(1));
        }
    }

    private static void survives(long seed, Duration outage) {
        World world = World.healed();
        Bookings bookings = new Bookings(world, seed, 4, Duration.ofMillis(300));
        try (bookings) {
            await().until(() -> bookings.booked().size() > 10);
            world.servers().kafkaServer().kill();
            int before = bookings.booked().size();
            await().pollDelay(outage).atMost(outage.plusSeconds(1)).until(() -> true);
            assertThat(world.bookings()).allSatisfy(it -> {
                assertThat(it.health("readiness")).isEqualTo(503);
                assertThat(it.health("liveness")).isEqualTo(200);
            });
            assertThat(bookings.booked()).hasSizeGreaterThan(before + (int) outage.toSeconds() / 3);
        } finally {
            world.servers().kafkaServer().start();
        }

        world.bookings().forEach(Instance::awaitReady);
        assertThat(bookings.answers().stream().filter(it -> !it.isFinal())).isEmpty();
        new Invariants(world).hold(bookings);
    }
}
