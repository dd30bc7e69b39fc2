package io.hairline.acceptance;

import io.hairline.acceptance.world.Instance;
import io.hairline.acceptance.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Starts at once whatever has died, and gives it the next weak point of a list to die at. */
final class Reviver implements AutoCloseable {

    private final World world;
    private final Queue<Map<String, String>> weakPoints;
    private final AtomicInteger deaths = new AtomicInteger();
    private final Thread thread;
    private volatile boolean wanted = true;

    Reviver(World world, List<Map<String, String>> weakPoints) {
        this.world = world;
        this.weakPoints = new ConcurrentLinkedQueue<>(weakPoints);
        this.thread = Thread.ofVirtual().name("reviver").start(() -> {
            while (wanted) {
                world.bookings().forEach(this::revive);
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        });
    }

    /** To halt, as if killed, the time after {@code after} that it comes to this point. */
    static Map<String, String> weakAt(String point, int after) {
        return Map.of("HAIRLINE_CRASH_AT", point, "HAIRLINE_CRASH_AFTER", String.valueOf(after));
    }

    private void revive(Instance instance) {
        if (!instance.isAlive()) {
            deaths.incrementAndGet();
            instance.ensureStarted(Objects.requireNonNullElse(weakPoints.poll(), Map.of()));
        }
    }

    int deaths() {
        return deaths.get();
    }

    @Override
    public void close() {
        wanted = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        world.bookings().forEach(it -> it.ensureStarted(Map.of()));
    }
}
