package io.hairline.kit.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The injected clock: business time in milliseconds, ahead of system time by an offset that only ever grows. */
public final class BusinessClock extends Clock {

    private final Clock system = Clock.tickMillis(ZoneOffset.UTC);
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return system.instant().plus(offset.get());
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
