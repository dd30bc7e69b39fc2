package io.hairline.treatment.healing;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.HealingAssessmentId;
import io.hairline.contracts.PhotoId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.treatment.TreatmentEvent.HealingAssessed;
import io.hairline.contracts.treatment.TreatmentEvent.HealingReleaseEnded;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.PersonalData;
import java.time.Instant;
import java.util.List;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A look at the skin after a session. The newest one of a client counts, of those whose release hasn't ended.
 *
 * @param clinicId where it was seen
 * @param released whether the next session may take place
 * @param findings sealed
 * @param assessedBy subject
 * @param healedPhotoIds on which a release rests; none if it rests on the look alone, and absent in assessments from before they
 *     were kept
 * @param releaseEndedAt when the last photo on which the release rested was taken out of the chart: the assessment releases no more
 */
@Document("healing_assessments")
@TypeAlias("healingAssessment")
@PersonalData
record HealingAssessment(
        @Id HealingAssessmentId id,
        long version,
        int schema,
        SessionId sessionId,
        ClientId clientId,
        ClinicId clinicId,
        boolean released,
        Binary findings,
        String assessedBy,
        Instant assessedAt,
        @Nullable List<PhotoId> healedPhotoIds,
        @Nullable Instant releaseEndedAt)
        implements Aggregate {

    private static final int SCHEMA = 1;

    /**
     * What was seen.
     *
     * @param retentionPercent how much of the colour has stayed; absent if it wasn't judged
     */
    record Findings(
            HealingResult result,
            List<PhotoId> photoIds,
            @Nullable Integer retentionPercent) {
        Findings {
            photoIds = List.copyOf(photoIds);
        }
    }

    /**
     * Of whom, after which session, seen where.
     *
     * @param treatedIn where the session was
     */
    record Subject(SessionId sessionId, ClientId clientId, ClinicId clinicId, ClinicId treatedIn) {}

    static Change<HealingAssessment> assess(
            HealingAssessmentId id,
            Subject it,
            boolean released,
            Binary findings,
            List<PhotoId> healedPhotoIds,
            String by,
            Instant now) {
        return Change.to(
                new HealingAssessment(
                        id,
                        1,
                        SCHEMA,
                        it.sessionId(),
                        it.clientId(),
                        it.clinicId(),
                        released,
                        findings,
                        by,
                        now,
                        List.copyOf(healedPhotoIds),
                        null),
                new HealingAssessed(id, it.sessionId(), it.clientId(), it.clinicId(), released, it.treatedIn()));
    }

    /** Whether it releases on the practitioner's look, without a healed photo. */
    boolean isByLookAlone() {
        return released && healedPhotoIds != null && healedPhotoIds.isEmpty();
    }

    boolean isReleasing() {
        return released && releaseEndedAt == null;
    }

    /**
     * It releases no more.
     *
     * @param treatedIn where the session was
     * @param delayedSince when an assessment was made that delays again
     */
    Change<HealingAssessment> endRelease(ClinicId treatedIn, @Nullable Instant delayedSince, Instant now) {
        return Change.to(
                new HealingAssessment(
                        id,
                        version + 1,
                        schema,
                        sessionId,
                        clientId,
                        clinicId,
                        released,
                        findings,
                        assessedBy,
                        assessedAt,
                        healedPhotoIds,
                        now),
                new HealingReleaseEnded(id, sessionId, clientId, clinicId, treatedIn, delayedSince));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
