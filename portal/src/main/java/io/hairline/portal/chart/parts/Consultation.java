package io.hairline.portal.chart.parts;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
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
        @Nullable String goals,
        @Nullable HairLoss hairLoss,
        @Nullable Wish wish,
        @Nullable Expectations expectations) {

    /** How the hair was lost. */
    public record HairLoss(
            @Nullable Integer sinceYear,
            @Nullable String course,
            @Nullable List<String> earlierTreatments,
            @Nullable String note) {

        public String words() {
            return Texts.text(
                    "hair-loss.line",
                    sinceYear == null ? "–" : sinceYear.toString(),
                    label("hair-loss.course", course),
                    earlierTreatments == null || earlierTreatments.isEmpty()
                            ? "–"
                            : earlierTreatments.stream()
                                    .map(it -> CodeLabels.label("hair-loss.earlier", it))
                                    .collect(Collectors.joining(", ")));
        }
    }

    /** How the client wants to look. */
    public record Wish(@Nullable String shape, @Nullable String density) {
        public String words() {
            return Texts.text("wish.line", label("wish.shape", shape), label("wish.density", density));
        }
    }

    /** What the client said, and what was answered. */
    public record Expectations(String clientSaid, @Nullable String toldRealistic) {}

    private static String label(String prefix, @Nullable String code) {
        return code == null ? "–" : CodeLabels.label(prefix, code);
    }

    public String day() {
        return recordedAt == null ? "–" : ChartDay.of(recordedAt);
    }

    public String indicationWords() {
        return indication == null ? "–" : CodeLabels.label("indication", indication);
    }
}
