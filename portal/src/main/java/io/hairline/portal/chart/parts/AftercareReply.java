package io.hairline.portal.chart.parts;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A question that the client sent after a session.
 *
 * @param clinicId which it was sent to, and which alone answers it
 */
public record AftercareReply(
        String id,
        String clinicId,
        @Nullable Long version,
        String text,
        @Nullable List<String> photoIds,
        Instant askedAt,
        @Nullable String answer) {

    public String day() {
        return ChartDay.of(askedAt);
    }

    public List<String> photos() {
        return Objects.requireNonNullElse(photoIds, List.of());
    }
}
