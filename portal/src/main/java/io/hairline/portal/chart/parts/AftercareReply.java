package io.hairline.portal.chart.parts;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A question that the client sent after a session. */
public record AftercareReply(
        String id,
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
