package io.hairline.kit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what another service has told and may arrive in a moment; outside transactions only. */
public final class ReplicaWait {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private ReplicaWait() {}

    /** Looks until it is there; after two seconds the caller is told to come again. */
    public static <T> T await(Supplier<Optional<T>> look) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
                throw notYetKnown();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static Refusal notYetKnown() {
        return Refusal.state(
                        "not-yet-known", "The news of this id hasn't arrived here yet. Check it, or try again soon.")
                .with("retryAfterSeconds", PATIENCE.toSeconds());
    }
}
