package io.hairline.kit;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Looks for what another service has told and may arrive in a moment. If it isn't there, the request is refused, and {@code
 * kit.web.UnknownIdRetry} runs it again from its beginning, some times within two seconds, before the caller hears so. So it is
 * looked for before anything is recorded.
 */
public final class ReplicaWait {

    /** The refusal's slug. */
    public static final String NOT_YET_KNOWN = "not-yet-known";

    private static final int RETRY_AFTER_SECONDS = 2;

    private ReplicaWait() {}

    /**
     * What is there.
     *
     * @throws Refusal 409 {@code not-yet-known}
     */
    public static <T> T await(Supplier<Optional<T>> look) {
        return await(look, _ -> true);
    }

    /**
     * What is there and within the caller's reach. What is beyond it is waited for in the same way and answered the same,
     * so that nobody can tell from the answer or its time whether an id exists.
     *
     * @throws Refusal 409 {@code not-yet-known}
     */
    public static <T> T await(Supplier<Optional<T>> look, Predicate<T> inReach) {
        return look.get().filter(inReach).orElseThrow(ReplicaWait::notYetKnown);
    }

    private static Refusal notYetKnown() {
        return Refusal.state(NOT_YET_KNOWN, "The news of this id hasn't arrived here yet. Check it, or try again soon.")
                .with("retryAfterSeconds", RETRY_AFTER_SECONDS);
    }
}
