package io.hairline.acceptance;

import static io.hairline.acceptance.ProcessRestarter.weakAt;
import static org.awaitility.Awaitility.await;

import io.hairline.acceptance.world.Instance;
import io.hairline.acceptance.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Booking's instances are killed while people book: at any moment, and at the three worst ones. */
@ResourceLock("booking")
class KilledBookingIT {

    private static final Duration FOR_ALL_TO_DIE = Duration.ofMinutes(4);

    @Test
    void losesAndDoublesNothingAtTheWorstMoments() {
        World world = World.healed();
        List<Map<String, String>> worst =
                List.of(weakAt("mid-batch", 30), weakAt("after-ack", 4), weakAt("after-commit", 10));
        Bookings bookings = new Bookings(world, 3, 4, Duration.ofMillis(150));
        try (ProcessRestarter restarter = new ProcessRestarter(world, worst)) {
            await().until(() -> bookings.booked().size() > 10);
            world.bookings().forEach(Instance::kill);
            await().atMost(FOR_ALL_TO_DIE).until(() -> restarter.deaths() == 2 + worst.size());
            await().until(() -> bookings.booked().size() > 50);
            bookings.close();
        }

        new Invariants(world).hold(bookings);
    }

    @Test
    @Tag("long")
    void losesAndDoublesNothingInFortyKills() {
        World world = World.healed();
        Random random = new Random(30);
        Bookings bookings = new Bookings(world, 30, 8, Duration.ofMillis(250));
        try (ProcessRestarter restarter = new ProcessRestarter(world, weakPoints(random, 40))) {
            while (restarter.deaths() < 40 || bookings.booked().size() < 2_000) {
                int rest = random.nextInt(5, 15);
                await().pollDelay(Duration.ofSeconds(rest))
                        .atMost(Duration.ofMinutes(2))
                        .until(() -> true);
                world.bookings().get(random.nextInt(2)).kill();
            }
            bookings.close();
        }

        disarm(world);
        new Invariants(world).hold(bookings);
    }

    /** Some are still armed, and the next test shall not meet them. */
    private static void disarm(World world) {
        world.bookings().forEach(Instance::kill);
        World.healed();
    }

    private static List<Map<String, String>> weakPoints(Random random, int count) {
        List<Map<String, String>> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(
                    switch (random.nextInt(4)) {
                        case 0 -> weakAt("mid-batch", random.nextInt(100));
                        case 1 -> weakAt("after-ack", random.nextInt(20));
                        case 2 -> weakAt("after-commit", random.nextInt(100));
                        default -> Map.of();
                    });
        }
        return points;
    }
}
