package io.hairline.treatment.healing;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.HealingAssessmentId;
import io.hairline.contracts.PhotoId;
import io.hairline.contracts.SessionId;
import io.hairline.kit.Refusal;
import io.hairline.treatment.chart.ChartSessions;
import io.hairline.treatment.chartaccess.ChartReading;
import io.hairline.treatment.healing.HealingAssessment.Findings;
import io.hairline.treatment.healing.HealingAssessments.Seated;
import io.hairline.treatment.referencedata.Clinic;
import io.hairline.treatment.referencedata.ReferenceData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assessments with the session that each is about. */
@Component
class HealingAssessmentViews {

    private final HealingAssessments assessments;
    private final ReferenceData referenceData;

    HealingAssessmentViews(HealingAssessments assessments, ReferenceData referenceData) {
        this.assessments = assessments;
        this.referenceData = referenceData;
    }

    /**
     * What was seen, and where.
     *
     * @param clinicId where it was seen
     * @param treatedIn where the session was
     * @param serviceCode what the session was
     * @param sessionOn the local day of the session
     * @param withoutPhoto whether HEALED rests on the practitioner's look alone, since the client hadn't agreed to photos in the chart
     * @param releaseEndedAt when HEALED ceased to release the next session, since its healed photos were taken out of the chart
     */
    record View(
            HealingAssessmentId id,
            long version,
            SessionId sessionId,
            ClientId clientId,
            ClinicId clinicId,
            String clinicName,
            ClinicId treatedIn,
            String serviceCode,
            LocalDate sessionOn,
            HealingResult result,
            List<PhotoId> photoIds,
            @Nullable Integer retentionPercent,
            Instant assessedAt,
            boolean withoutPhoto,
            @Nullable Instant releaseEndedAt) {}

    /** Those that the reading covers: what was seen in a clinic, and what was seen anywhere of its own sessions. */
    List<View> of(List<HealingAssessment> all, ChartReading reading) {
        return assessments.seated(all).stream()
                .filter(it -> it.clinics().stream().anyMatch(reading::covers))
                .map(this::of)
                .toList();
    }

    View of(HealingAssessment it) {
        return of(assessments.seated(List.of(it)).getFirst());
    }

    View of(Seated seated) {
        HealingAssessment it = seated.it();
        ChartSessions.@Nullable Seat session = seated.session();
        if (session == null) {
            throw Refusal.notFound();
        }
        Findings seen = assessments.findingsOf(it);
        Clinic treatedIn = referenceData.requireClinic(session.clinicId());
        return new View(
                it.id(),
                it.version(),
                it.sessionId(),
                it.clientId(),
                it.clinicId(),
                referenceData.requireClinic(it.clinicId()).name(),
                treatedIn.id(),
                session.serviceCode(),
                LocalDate.ofInstant(session.startedAt(), treatedIn.zoneId()),
                seen.result(),
                seen.photoIds(),
                seen.retentionPercent(),
                it.assessedAt(),
                it.isByLookAlone(),
                it.releaseEndedAt());
    }
}
