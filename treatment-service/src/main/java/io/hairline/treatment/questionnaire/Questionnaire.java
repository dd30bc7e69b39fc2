package io.hairline.treatment.questionnaire;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.QuestionnaireId;
import io.hairline.contracts.treatment.TreatmentEvent.QuestionnaireAnswered;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.PersonalData;
import io.hairline.treatment.referencedata.policy.PolicyVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** A client's signed answers about health; they hold for six months. */
@Document("questionnaires")
@TypeAlias("questionnaire")
@PersonalData
record Questionnaire(
        @Id QuestionnaireId id,
        long version,
        int schema,
        ClientId clientId,
        ClinicId clinicId,
        Instant answeredAt,
        Instant validUntil,
        Binary answered,
        Binary signature)
        implements Aggregate {

    static final String OUTDOOR_WORK = "OUTDOOR_WORK";
    private static final int SCHEMA = 1;
    private static final int VALID_MONTHS = 6;

    /**
     * What is sealed: the answers, and what the rules of the clinic made of them on that day.
     *
     * @param endedOn since when what waiting mends is over; absent in answers from before it was asked
     * @param questionsVersion which questions were asked; absent in answers from before they had versions
     * @param askedDays the time before the answer that each question asked about; absent in answers from before it could be
     *     another one
     * @param judgedBy the versions of the policy whose rules made the findings; absent in answers from before they were policy
     */
    record Answered(
            Map<String, Boolean> answers,
            List<Contraindication> findings,
            @Nullable Map<String, LocalDate> endedOn,
            @Nullable Integer questionsVersion,
            @Nullable Map<String, Integer> askedDays,
            @Nullable List<PolicyVersion> judgedBy) {
        Answered {
            answers = Map.copyOf(answers);
            findings = List.copyOf(findings);
            endedOn = endedOn == null ? null : Map.copyOf(endedOn);
            askedDays = askedDays == null ? null : Map.copyOf(askedDays);
            judgedBy = judgedBy == null ? null : List.copyOf(judgedBy);
        }
    }

    static Change<Questionnaire> answer(
            QuestionnaireId id, ClientId client, ClinicId clinic, Binary answered, Binary signature, Instant now) {
        Instant validUntil = validUntil(now);
        return Change.to(
                new Questionnaire(id, 1, SCHEMA, client, clinic, now, validUntil, answered, signature),
                new QuestionnaireAnswered(id, client, clinic, validUntil));
    }

    static Instant validUntil(Instant answeredAt) {
        return answeredAt.atOffset(ZoneOffset.UTC).plusMonths(VALID_MONTHS).toInstant();
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
