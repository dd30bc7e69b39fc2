package io.hairline.portal.chart.parts;

import io.hairline.portal.language.Texts;
import java.time.Instant;
import java.time.ZoneOffset;

/** The day of an entry, in the reader's manner. */
final class ChartDay {

    private ChartDay() {}

    static String of(Instant at) {
        return Texts.date(at.atOffset(ZoneOffset.UTC).toLocalDate());
    }
}
