package io.hairline.acceptance;

import io.hairline.acceptance.world.Instance;
import io.hairline.acceptance.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;

/** Looks at the relay's one document many times a second and remembers each change of it. */
final class RelayWatch implements AutoCloseable {

    /**
     * A state of the document.
     *
     * @param token the change stream's resume token, whose text grows with time
     */
    record Step(long epoch, String token) {}

    private final World world;
    private final List<Step> steps = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean wanted = true;

    RelayWatch(World world) {
        this.world = world;
        this.thread = Thread.ofVirtual().start(() -> {
            while (wanted) {
                look();
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        });
    }

    private void look() {
        Document now = world.database().getCollection("relay").find().first();
        if (now != null && now.containsKey("token")) {
            Step step = new Step(
                    now.getLong("epoch"), now.get("token", Document.class).getString("_data"));
            if (steps.isEmpty() || !steps.getLast().equals(step)) {
                steps.add(step);
            }
        }
    }

    long epoch() {
        Document now = Objects.requireNonNull(
                world.database().getCollection("relay").find().first());
        return now.getLong("epoch");
    }

    /** Which relay has last said that it leads. */
    Instance leader() {
        String words = "relay leads epoch=" + epoch() + "\n";
        return world.bookings().stream()
                .filter(it -> it.hasLogged(words))
                .findFirst()
                .orElseThrow();
    }

    List<Step> steps() {
        return steps;
    }

    @Override
    public void close() {
        wanted = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
