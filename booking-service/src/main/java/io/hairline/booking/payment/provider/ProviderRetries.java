package io.hairline.booking.payment.provider;

import java.time.Duration;
import java.time.Instant;

/** When the provider is asked again: after as long as it has taken already, at least two seconds and at most an hour. */
public final class ProviderRetries {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofHours(1);

    private ProviderRetries() {}

    public static Instant next(Instant requestedAt, Instant now) {
        Duration elapsed = Duration.between(requestedAt, now);
        return now.plus(elapsed.compareTo(FIRST) < 0 ? FIRST : elapsed.compareTo(LONGEST) > 0 ? LONGEST : elapsed);
    }
}
