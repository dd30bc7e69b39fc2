package io.hairline.portal.chart.parts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The client's own answers. */
public record Questionnaire(
        String id,
        @Nullable Instant answeredAt,
        @Nullable Instant validUntil,
        @Nullable Map<String, Boolean> answers,
        @Nullable List<Object> findings) {
    public String day() {
        return answeredAt == null ? "–" : ChartDay.of(answeredAt);
    }

    public String until() {
        return validUntil == null ? "–" : ChartDay.of(validUntil);
    }

    public boolean isWithoutFindings() {
        return findings == null || findings.isEmpty();
    }
}
