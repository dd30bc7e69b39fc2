package io.hairline.kit.time;

import io.hairline.kit.RequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The injected clock: business time in milliseconds, ahead of system time by an offset that only ever grows;
 * only the history of a demo is written as of a time before it.
 */
public final class BusinessClock extends Clock {

    private static final ScopedValue<Past> PAST = ScopedValue.newInstance();

    private final Clock system = Clock.tickMillis(ZoneOffset.UTC);
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    /** @param present what time it is for everybody else */
    private record Past(Instant then, Instant present) {}

    @Override
    public Instant instant() {
        return PAST.isBound() ? PAST.get().then() : present();
    }

    /** What time it is, also while a demo's history is told. */
    Instant present() {
        return system.instant().plus(offset.get());
    }

    /** Does what was done then: a demo's history is made by the same use cases as everybody's present. */
    public static void at(Instant then, Runnable work) {
        ScopedValue.where(PAST, new Past(then, Instant.now())).run(work);
    }

    /** Whether a demo's history is told, and an instant after the one it tells of is over for everybody else. */
    public static boolean isOver(Instant later) {
        return PAST.isBound() && !later.isAfter(PAST.get().present());
    }

    <X extends Exception> void atChecked(Instant then, RequestContext.Work<X> work) throws X {
        ScopedValue.where(PAST, new Past(then, present())).<@Nullable Void, X>call(() -> {
            work.run();
            return null;
        });
    }

    public Duration offset() {
        return offset.get();
    }

    /** Moves ahead of system time by {@code wanted}, or stays if it is further ahead already. */
    void moveTo(Duration wanted) {
        offset.accumulateAndGet(wanted, (had, asked) -> had.compareTo(asked) >= 0 ? had : asked);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Business time has no zone of its own: take the clinic's");
    }
}
