package io.hairline.treatment.adverseevent;

import io.hairline.contracts.AdverseEventId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.PhotoId;
import io.hairline.contracts.SessionId;
import io.hairline.treatment.chartaccess.ChartReading;
import io.hairline.treatment.lot.Lot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Adverse events as far as a reading covers them. Of a harm that one clinic reports after a session in another one, the words and
 * pictures are the reporting clinic's, and the session with its lots is the treating clinic's.
 */
@Component
class AdverseEventViews {

    private final AdverseEvents adverseEvents;
    private final AdverseEventReports reports;

    AdverseEventViews(AdverseEvents adverseEvents, AdverseEventReports reports) {
        this.adverseEvents = adverseEvents;
        this.reports = reports;
    }

    record FollowUpView(Instant at, String by, Severity severity, String text) {}

    /**
     * What the reader may see.
     *
     * @param description absent for those who may not read what the reporting clinic wrote
     * @param afterSessionElsewhere whether another clinic than the treating one reported it
     * @param similarOpen in the answer to a report an open one of the same session or lot; absent otherwise
     */
    record View(
            AdverseEventId id,
            long version,
            ClientId clientId,
            ClinicId clinicId,
            @Nullable SessionId sessionId,
            @Nullable LotId lotId,
            Severity severity,
            @Nullable String description,
            String reportedBy,
            Instant reportedAt,
            List<FollowUpView> followUps,
            @Nullable Outcome outcome,
            @Nullable Instant closedAt,
            @Nullable LotId needleLotId,
            List<AdverseEvent.Batch> batches,
            List<PhotoId> photoIds,
            boolean afterSessionElsewhere,
            @Nullable AdverseEventId similarOpen) {}

    View of(AdverseEvent it, ChartReading reading) {
        return of(it, reading, null);
    }

    View of(AdverseEvent it, ChartReading reading, @Nullable AdverseEventId similarOpen) {
        return of(List.of(it), reading, similarOpen).getFirst();
    }

    /** Those that the reading covers. */
    List<View> of(List<AdverseEvent> all, ChartReading reading) {
        return of(all, reading, null);
    }

    private List<View> of(List<AdverseEvent> all, ChartReading reading, @Nullable AdverseEventId similarOpen) {
        List<AdverseEvent> covered =
                all.stream().filter(it -> it.isCoveredBy(reading)).toList();
        Map<LotId, Lot> known = reports.lotsOf(covered);
        return covered.stream().map(it -> view(it, reading, known, similarOpen)).toList();
    }

    private View view(
            AdverseEvent it, ChartReading reading, Map<LotId, Lot> known, @Nullable AdverseEventId similarOpen) {
        boolean words = reading.covers(it.clinicId());
        boolean treatment = reading.covers(it.concernedClinic());
        return new View(
                it.id(),
                it.version(),
                it.clientId(),
                it.clinicId(),
                treatment ? it.sessionId() : null,
                treatment ? it.lotId() : null,
                it.severity(),
                words ? adverseEvents.open(it, it.description()) : null,
                it.reportedBy(),
                it.reportedAt(),
                words ? followUps(it) : List.of(),
                it.outcome(),
                it.closedAt(),
                treatment ? it.needleLotId() : null,
                treatment ? it.batches(known) : List.of(),
                words ? it.allPhotos() : List.of(),
                it.treatingClinicId() != null,
                similarOpen);
    }

    private List<FollowUpView> followUps(AdverseEvent it) {
        return it.followUps().stream()
                .map(one -> new FollowUpView(one.at(), one.by(), one.severity(), adverseEvents.open(it, one.text())))
                .toList();
    }
}
