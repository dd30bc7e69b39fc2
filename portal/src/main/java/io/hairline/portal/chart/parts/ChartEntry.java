package io.hairline.portal.chart.parts;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was written into a chart outside an appointment; the fields of its kind are there, the others aren't.
 *
 * @param clinicId which wrote it, and alone withdraws it
 */
public record ChartEntry(
        String id,
        String clinicId,
        long version,
        Instant recordedAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawalReason,
        @Nullable String substance,
        @Nullable String substanceName,
        @Nullable String reaction,
        @Nullable String severity,
        @Nullable Integer sinceYear,
        @Nullable String saidBy,
        @Nullable String doctor,
        @Nullable List<String> findings,
        @Nullable LocalDate datedOn,
        @Nullable LocalDate validUntil,
        @Nullable String photoId,
        @Nullable String remark,
        @Nullable String text) {

    public String day() {
        return ChartDay.of(recordedAt);
    }

    public boolean isCounting() {
        return withdrawnAt == null;
    }

    public boolean isWithdrawableIn(String clinic) {
        return isCounting() && clinicId.equals(clinic);
    }

    /** What it says, in a line. */
    public String words() {
        if (substance != null) {
            return allergyWords();
        }
        return doctor == null ? Objects.requireNonNullElse(text, "–") : noteWords();
    }

    /** A doctor's remark, or in whose words an allergy is known. */
    public @Nullable String more() {
        return saidBy == null ? remark : CodeLabels.label("allergy.said-by", saidBy);
    }

    private String allergyWords() {
        return Texts.text(
                "allergy.line",
                substanceName == null
                        ? CodeLabels.label("allergy.substance", String.valueOf(substance))
                        : Texts.text(
                                "allergy.named",
                                CodeLabels.label("allergy.substance", String.valueOf(substance)),
                                substanceName),
                CodeLabels.label("allergy.reaction", String.valueOf(reaction)),
                CodeLabels.label("allergy.severity", String.valueOf(severity)),
                sinceYear == null ? "–" : sinceYear.toString());
    }

    private static String date(@Nullable LocalDate day) {
        return day == null ? "–" : Texts.date(day);
    }

    private String noteWords() {
        return Texts.text(
                "doctors-note.line",
                doctor,
                date(datedOn),
                date(validUntil),
                Objects.requireNonNullElse(findings, List.<String>of()).stream()
                        .map(it -> CodeLabels.label("finding", it))
                        .collect(Collectors.joining(", ")));
    }
}
