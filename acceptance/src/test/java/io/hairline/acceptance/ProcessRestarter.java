package io.hairline.acceptance;

import io.hairline.acceptance.world.Instance;
import io.hairline.acceptance.world.World;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Starts at once whatever has died, and gives it the next weak point of a list to die at; when the list is at its end, as
 * soon as nobody alive has one.
 */
final class ProcessRestarter implements AutoCloseable {

    private final World world;
    private final Queue<Map<String, String>> weakPoints;
    private final Set<Instance> doomed = new HashSet<>();
    private final AtomicInteger deaths = new AtomicInteger();
    private final Thread thread;
    private volatile boolean wanted = true;

    ProcessRestarter(World world, List<Map<String, String>> weakPoints) {
        this.world = world;
        this.weakPoints = new ConcurrentLinkedQueue<>(weakPoints);
        this.thread = Thread.ofVirtual().name("restarter").start(() -> {
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
        if (instance.isAlive()) {
            return;
        }
        doomed.remove(instance);
        if (weakPoints.isEmpty() && !doomed.isEmpty()) {
            // A sound one could lead the relay in the other's place, which then never came to its weak point.
            return;
        }
        deaths.incrementAndGet();
        Map<String, String> weakPoint = Objects.requireNonNullElse(weakPoints.poll(), Map.of());
        if (!weakPoint.isEmpty()) {
            doomed.add(instance);
        }
        instance.ensureStarted(weakPoint);
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
