package io.hairline.acceptance;

import static org.awaitility.Awaitility.await;

import io.hairline.acceptance.world.Instance;
import io.hairline.acceptance.world.World;
import io.hairline.launcher.infrastructure.MongoServer;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The database dies again and again while others write: what was answered stays. */
@Tag("long")
@ResourceLock("booking")
class MongoKillsIT {

    private static final int KILLS = 12;

    @Test
    void keepsWhatWasAnswered() {
        World world = World.healed();
        MongoServer mongo = world.servers().mongoServer();
        Bookings bookings = new Bookings(world, 77, 8, Duration.ofMillis(5));
        try (bookings) {
            for (int kill = 0; kill < KILLS; kill++) {
                int before = bookings.booked().size();
                await().atMost(Duration.ofMinutes(2))
                        .until(() -> bookings.booked().size() > before + 20);
                mongo.kill();
                mongo.start();
            }
            world.bookings().forEach(Instance::awaitReady);
        }
        new Invariants(world).hold(bookings);
    }
}
