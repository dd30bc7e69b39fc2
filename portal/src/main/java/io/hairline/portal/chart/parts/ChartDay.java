package io.hairline.portal.chart.parts;

import io.hairline.portal.language.Texts;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The day of an entry, or of its correction, in the reader's manner. */
final class ChartDay {

    private ChartDay() {}

    static String of(Instant at) {
        return Texts.date(at.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    /** @param byName of who corrected it; absent for those who don't treat */
    static String corrected(Instant at, @Nullable String byName) {
        return Texts.text("chart.corrected", of(at), byName == null ? Texts.text("chart.corrected.staff") : byName);
    }
}
