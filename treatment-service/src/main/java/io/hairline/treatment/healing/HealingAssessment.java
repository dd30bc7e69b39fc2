package io.hairline.treatment.healing;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.HealingAssessmentId;
import io.hairline.contracts.PhotoId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.treatment.TreatmentEvent.HealingAssessed;
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
 * A look at the skin after a session. The newest one of a client counts.
 *
 * @param clinicId where it was seen
 * @param released whether the next session may take place
 * @param findings sealed
 * @param assessedBy subject
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
        Instant assessedAt)
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
            HealingAssessmentId id, Subject it, boolean released, Binary findings, String by, Instant now) {
        return Change.to(
                new HealingAssessment(
                        id, 1, SCHEMA, it.sessionId(), it.clientId(), it.clinicId(), released, findings, by, now),
                new HealingAssessed(id, it.sessionId(), it.clientId(), it.clinicId(), released, it.treatedIn()));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
