package io.hairline.portal.chart.parts;

import io.hairline.portal.brand.CodeLabels;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was found before anything began. */
public record Consultation(
        String id,
        @Nullable Instant recordedAt,
        @Nullable String indication,
        @Nullable String norwood,
        @Nullable String ludwig,
        @Nullable String fitzpatrick,
        @Nullable String skin,
        @Nullable String goals) {
    public String day() {
        return recordedAt == null ? "–" : ChartDay.of(recordedAt);
    }

    public String indicationWords() {
        return indication == null ? "–" : CodeLabels.label("indication", indication);
    }
}
