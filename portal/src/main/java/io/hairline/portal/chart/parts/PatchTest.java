package io.hairline.portal.chart.parts;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A test of the skin; read or waiting for it.
 *
 * @param clinicId which placed it, and alone reads and corrects it
 */
public record PatchTest(
        String id,
        String clinicId,
        Instant placedAt,
        @Nullable Instant readAt,
        @Nullable String result,
        @Nullable Boolean overdue,
        @Nullable List<Correction> corrections) {

    /**
     * A result that was put right.
     *
     * @param byName of who did; absent for those who don't treat
     */
    public record Correction(
            String was, Instant at, @Nullable String byName, String reason) {
        /** When and by whom. */
        public String words() {
            return ChartDay.corrected(at, byName);
        }

        public String wasWords() {
            return CodeLabels.label("patch-test", was);
        }
    }

    public List<Correction> allCorrections() {
        return corrections == null ? List.of() : corrections;
    }

    /** It wasn't read in time, so that another one is needed. */
    public boolean isOverdue() {
        return Boolean.TRUE.equals(overdue);
    }

    public String placedOn() {
        return ChartDay.of(placedAt);
    }

    public String resultWords() {
        if (isOverdue()) {
            return Texts.text("chart.overdue");
        }
        return result == null ? Texts.text("chart.unread") : CodeLabels.label("patch-test", result);
    }
}
