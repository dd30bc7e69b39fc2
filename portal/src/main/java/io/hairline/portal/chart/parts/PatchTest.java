package io.hairline.portal.chart.parts;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A test of the skin; read or waiting for it. */
public record PatchTest(
        String id,
        Instant placedAt,
        @Nullable Instant readAt,
        @Nullable String result) {
    public String placedOn() {
        return ChartDay.of(placedAt);
    }

    public String resultWords() {
        return result == null ? Texts.text("chart.unread") : CodeLabels.label("patch-test", result);
    }
}
