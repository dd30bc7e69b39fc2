package io.hairline.treatment.questionnaire;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.QuestionnaireId;
import io.hairline.kit.Ids;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.merge.MergedIds;
import io.hairline.treatment.encryption.ChartEncryption;
import io.hairline.treatment.encryption.Signature;
import io.hairline.treatment.referencedata.Appointment;
import io.hairline.treatment.referencedata.Clinic;
import io.hairline.treatment.referencedata.HealthRules;
import io.hairline.treatment.referencedata.ReferenceData;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Keeps answered questionnaires, and says what the last one comes to under the rules of a clinic. */
@Service
public class Questionnaires implements Indexes {

    private static final String ANSWERED = "answered";

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;
    private final EventLog eventLog;
    private final ChartEncryption seals;
    private final Questions questions;
    private final QuestionnaireFollowUp followUp;
    private final ReferenceData referenceData;
    private final Clock clock;

    Questionnaires(
            MongoTemplate mongo,
            EventLog eventLog,
            ChartEncryption seals,
            Questions questions,
            QuestionnaireFollowUp followUp,
            ReferenceData referenceData,
            Clock clock,
            MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
        this.eventLog = eventLog;
        this.seals = seals;
        this.questions = questions;
        this.followUp = followUp;
        this.referenceData = referenceData;
        this.clock = clock;
    }

    Questionnaire answer(ClientId client, ClinicId clinic, Questionnaire.Answered answered, Signature signature) {
        QuestionnaireId id = new QuestionnaireId(Ids.next(QuestionnaireId.PREFIX));
        return eventLog.record(
                Questionnaire.class,
                () -> Questionnaire.answer(
                                id,
                                client,
                                clinic,
                                seals.seal(answered, client, id, ANSWERED),
                                seals.seal(signature, client, id, "signature"),
                                clock.instant())
                        .with(followUp.after(client, blocking(summary(id, clinic, clock.instant(), answered)))));
    }

    /** For answers that are judged before they are recorded; the same request again is answered as at first. */
    Questionnaire once(Supplier<Questionnaire> useCase) {
        return eventLog.once(Questionnaire.class, useCase);
    }

    /** Whether these answers forbid the treatment of an appointment, by the rules of its clinic and its day. */
    private Predicate<Appointment> blocking(HealthSummary health) {
        return it -> health.under(referenceData.healthRules(it.clinicId(), it.localDay()))
                .areBlocking();
    }

    /** Whether a client's last answers forbid the treatment of an appointment where these rules hold; empty if there are none. */
    public Optional<Boolean> areInTheWayOf(Appointment appointment, HealthRules rules) {
        return Optional.ofNullable(appointment.clientId())
                .flatMap(this::latest)
                .map(it -> it.under(rules).areBlocking());
    }

    Questionnaire require(QuestionnaireId id) {
        return Optional.ofNullable(mongo.findById(id, Questionnaire.class)).orElseThrow(Refusal::notFound);
    }

    Questionnaire.Answered answeredOf(Questionnaire it) {
        return seals.open(it.answered(), it.clientId(), it.id(), ANSWERED, Questionnaire.Answered.class);
    }

    /** The client's last answers, as long as they hold; older ones have to be given anew. */
    Questionnaire.Answered requireRepeatable(Questionnaire known) {
        boolean last = latest(known.clientId())
                .filter(it -> it.id().equals(known.id()) && it.isValidAt(clock.instant()))
                .isPresent();
        if (!last) {
            throw Refusal.state(
                    "illegal-move",
                    "Only a client's last answers can be given again, and only for six months. Ask all questions anew.");
        }
        return answeredOf(known);
    }

    /** Refuses to give answers again where the rules ask about a longer time by now. */
    void requireAskedEnough(Questionnaire known, HealthRules rules) {
        if (summary(known.id(), known.clinicId(), known.answeredAt(), answeredOf(known))
                .isOutgrownBy(rules)) {
            throw Refusal.state(
                    "illegal-move", "The questions ask about a longer time by now. Ask all questions anew.");
        }
    }

    /** Refuses codes of questions for which no doctor's note is needed in a clinic on a day. */
    public void requireAnswerableByDoctor(Collection<String> codes, String field, ClinicId clinic, LocalDate day) {
        Questions.requireAnswerableByDoctor(codes, field, referenceData.healthRules(clinic, day));
    }

    /** Latest first. */
    List<Questionnaire> of(ClientId client) {
        return mongo.find(byClient(client), Questionnaire.class);
    }

    /** A client's last answers, valid or not any more. */
    public Optional<HealthSummary> latest(ClientId client) {
        return Optional.ofNullable(mongo.findOne(byClient(client), Questionnaire.class))
                .map(it -> summary(it.id(), it.clinicId(), it.answeredAt(), answeredOf(it)));
    }

    private HealthSummary summary(
            QuestionnaireId id, ClinicId clinic, Instant answeredAt, Questionnaire.Answered answered) {
        ZoneId zone = referenceData.findClinic(clinic).map(Clinic::zoneId).orElse(ZoneOffset.UTC);
        return new HealthSummary(
                id,
                answeredAt,
                Questionnaire.validUntil(answeredAt),
                LocalDate.ofInstant(answeredAt, zone),
                new HealthSummary.Answers(
                        answered.answers(),
                        Objects.requireNonNullElse(answered.endedOn(), Map.of()),
                        answered.askedDays()),
                questions.all());
    }

    private Query byClient(ClientId client) {
        return Query.query(mergedClients.in("clientId", client))
                .with(Sort.by("_id").descending());
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("questionnaires").createIndex(ascending("clientId", "_id"));
    }
}
