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
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Keeps answered questionnaires, and says what the last one comes to. */
@Service
public class Questionnaires implements Indexes {

    private static final String ANSWERED = "answered";

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;
    private final EventLog eventLog;
    private final ChartEncryption seals;
    private final Questions questions;
    private final QuestionnaireFollowUp followUp;
    private final Clock clock;

    Questionnaires(
            MongoTemplate mongo,
            EventLog eventLog,
            ChartEncryption seals,
            Questions questions,
            QuestionnaireFollowUp followUp,
            Clock clock,
            MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
        this.eventLog = eventLog;
        this.seals = seals;
        this.questions = questions;
        this.followUp = followUp;
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
                        .with(followUp.after(client, HealthOutcome.of(answered.findings()) == HealthOutcome.BLOCKED)));
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

    /** Refuses codes of questions for which no doctor's note is needed. */
    public void requireAnswerableByDoctor(Collection<String> codes, String field) {
        questions.requireAnswerableByDoctor(codes, field);
    }

    /** Latest first. */
    List<Questionnaire> of(ClientId client) {
        return mongo.find(byClient(client), Questionnaire.class);
    }

    /** What a client's last answers come to, valid or not any more. */
    public Optional<HealthSummary> latest(ClientId client) {
        return Optional.ofNullable(mongo.findOne(byClient(client), Questionnaire.class))
                .map(it -> {
                    Questionnaire.Answered answered = answeredOf(it);
                    boolean outdoors = Boolean.TRUE.equals(answered.answers().get(Questionnaire.OUTDOOR_WORK));
                    return new HealthSummary(it.id(), it.answeredAt(), it.validUntil(), answered.findings(), outdoors);
                });
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
