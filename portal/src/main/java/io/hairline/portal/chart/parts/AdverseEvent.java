package io.hairline.portal.chart.parts;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A harm, from its report to its end.
 *
 * @param clinicId which reported it, and alone follows it up
 * @param description absent for readers of the clinic that treated the client where another clinic reported it
 */
public record AdverseEvent(
        String id,
        String clinicId,
        @Nullable Long version,
        String severity,
        @Nullable String description,
        Instant reportedAt,
        @Nullable List<FollowUp> followUps,
        @Nullable String outcome,
        @Nullable List<Batch> batches,
        @Nullable List<String> photoIds,
        @Nullable Boolean afterSessionElsewhere) {

    /** A maker's batch that may have caused it. */
    public record Batch(String maker, String product, String lotNumber) {
        public String name() {
            return Texts.text("lot.name", maker, product, lotNumber);
        }
    }

    /** Whether it is still open, and this clinic's to go on with. */
    public boolean isOpenIn(String clinic) {
        return outcome == null && clinicId.equals(clinic);
    }

    public List<Batch> allBatches() {
        return Objects.requireNonNullElse(batches, List.of());
    }

    public List<String> allPhotos() {
        return Objects.requireNonNullElse(photoIds, List.of());
    }

    public String day() {
        return ChartDay.of(reportedAt);
    }

    public String severityWords() {
        return CodeLabels.label("harm.severity", severity);
    }

    public String outcomeWords() {
        return outcome == null ? "" : CodeLabels.label("harm.outcome", outcome);
    }

    public List<FollowUp> allFollowUps() {
        return Objects.requireNonNullElse(followUps, List.of());
    }

    /** What was seen of a harm later. */
    public record FollowUp(Instant at, @Nullable String severity, String text) {
        public String day() {
            return ChartDay.of(at);
        }
    }
}
