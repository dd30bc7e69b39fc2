package io.hairline.portal.chart.parts;

import io.hairline.portal.brand.CodeLabels;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was signed. */
public record Consent(
        String id,
        String purpose,
        @Nullable Instant signedAt,
        @Nullable Instant withdrawnAt) {
    public String name() {
        return CodeLabels.label("consent", purpose);
    }

    public String day() {
        return signedAt == null ? "–" : ChartDay.of(signedAt);
    }
}
