package io.hairline.notification.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long to leave a carrier alone that said "not now". */
final class RetryDelays {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(10));

    private RetryDelays() {}

    /** Empty when it has been tried often enough. */
    static Optional<Duration> after(int attempts) {
        return attempts < PAUSES.size() ? Optional.of(PAUSES.get(attempts)) : Optional.empty();
    }
}
