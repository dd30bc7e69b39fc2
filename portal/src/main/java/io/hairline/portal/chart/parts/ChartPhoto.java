package io.hairline.portal.chart.parts;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import java.time.Instant;

/** A photo of a chart, without its picture. */
public record ChartPhoto(String id, String angle, String stage, Instant takenAt) {

    public String words() {
        return Texts.text(
                "photo.words",
                CodeLabels.label("photo.angle", angle),
                CodeLabels.label("photo.stage", stage),
                ChartDay.of(takenAt));
    }
}
