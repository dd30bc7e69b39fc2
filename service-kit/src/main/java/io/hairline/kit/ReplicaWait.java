package io.hairline.kit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waits for what another service has told and may arrive in a moment; outside transactions only.
 *
 * <p>Few requests wait at a time: each holds one of the threads that serve all callers. One more is answered at once, as
 * after the wait.
 */
public final class ReplicaWait {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(50);
    /** A sixth of the server's threads ({@code server.tomcat.threads.max} in {@code kit.yml}). */
    private static final int MOST_WAITING = 8;

    private static final Semaphore WAITING = new Semaphore(MOST_WAITING);

    private ReplicaWait() {}

    /**
     * Looks until it is there.
     *
     * @throws Refusal 409 {@code not-yet-known} after two seconds
     */
    public static <T> T await(Supplier<Optional<T>> look) {
        return await(look, _ -> true);
    }

    /**
     * Looks until it is there and within the caller's reach. What is beyond it is waited for in the same way and answered
     * the same, so that nobody can tell from the answer or its time whether an id exists.
     *
     * @throws Refusal 409 {@code not-yet-known} after two seconds
     */
    public static <T> T await(Supplier<Optional<T>> look, Predicate<T> inReach) {
        Optional<T> found = look.get().filter(inReach);
        if (found.isPresent()) {
            return found.get();
        }
        if (!WAITING.tryAcquire()) {
            throw notYetKnown();
        }
        try {
            return lookAgain(look, inReach);
        } finally {
            WAITING.release();
        }
    }

    private static <T> T lookAgain(Supplier<Optional<T>> look, Predicate<T> inReach) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - end < 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            Optional<T> found = look.get().filter(inReach);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw notYetKnown();
    }

    private static Refusal notYetKnown() {
        return Refusal.state(
                        "not-yet-known", "The news of this id hasn't arrived here yet. Check it, or try again soon.")
                .with("retryAfterSeconds", PATIENCE.toSeconds());
    }
}
