package io.hairline.portal.chart.parts;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.brand.PolicyVersion;
import io.hairline.portal.language.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The client's own answers.
 *
 * @param endedOn since when what waiting mends is over
 */
public record Questionnaire(
        String id,
        @Nullable Instant answeredAt,
        @Nullable Instant validUntil,
        @Nullable Map<String, Boolean> answers,
        @Nullable Map<String, LocalDate> endedOn,
        @Nullable List<Finding> findings,
        @Nullable List<PolicyVersion> judgedBy) {
    public String day() {
        return answeredAt == null ? "–" : ChartDay.of(answeredAt);
    }

    public String until() {
        return validUntil == null ? "–" : ChartDay.of(validUntil);
    }

    public boolean isWithoutFindings() {
        return allFindings().isEmpty();
    }

    public List<Finding> allFindings() {
        return Objects.requireNonNullElse(findings, List.of());
    }

    /** Which versions of the policy judged; empty where that wasn't kept. */
    public String rules() {
        return PolicyVersion.words(judgedBy);
    }

    /** An answer that stands against a treatment. */
    public record Finding(
            String code, String effect, @Nullable LocalDate waitUntil) {
        public String words() {
            return Texts.text(
                    "finding.line",
                    CodeLabels.label("finding", code),
                    waitUntil == null
                            ? CodeLabels.label("finding.effect", effect)
                            : Texts.text("finding.wait-until", Texts.date(waitUntil)));
        }
    }
}
