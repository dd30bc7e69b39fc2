package io.hairline.treatment.aftercare;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.AftercareReplyId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.MessageId;
import io.hairline.contracts.PhotoId;
import io.hairline.kit.Ids;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.kit.ReplicaWait;
import io.hairline.kit.RequestContext;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.merge.MergedIds;
import io.hairline.treatment.encryption.ChartEncryption;
import io.hairline.treatment.referencedata.ReferenceData;
import io.hairline.treatment.session.Sessions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.types.Binary;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Takes clients' questions after a session, and the clinic's answers. */
@Service
class AftercareReplies implements Indexes {

    private static final String CLIENT = "clientId";
    private static final String TEXT = "text";
    private static final String ANSWER = "answer";

    private final MongoTemplate mongo;
    private final EventLog eventLog;
    private final ChartEncryption encryption;
    private final ReferenceData referenceData;
    private final Sessions sessions;
    private final Clock clock;
    private final MergedIds mergedClients;

    AftercareReplies(
            MongoTemplate mongo,
            EventLog eventLog,
            ChartEncryption encryption,
            ReferenceData referenceData,
            Sessions sessions,
            Clock clock,
            MergedIds mergedClients) {
        this.mongo = mongo;
        this.eventLog = eventLog;
        this.encryption = encryption;
        this.referenceData = referenceData;
        this.sessions = sessions;
        this.clock = clock;
        this.mergedClients = mergedClients;
    }

    void sent(AftercareMessage message) {
        var _ = mongo.save(message);
    }

    /** A message of this client; it may be on its way from notification. */
    AftercareReply.Subject requireMessage(MessageId id, ClientId client) {
        AftercareMessage found = ReplicaWait.await(() -> Optional.ofNullable(mongo.findById(id, AftercareMessage.class))
                .filter(it -> mergedClients.same(it.clientId(), client)));
        ClinicId clinic = Optional.ofNullable(found.clinicId())
                .orElseGet(() -> referenceData.requireClient(found.clientId()).homeClinicId());
        return new AftercareReply.Subject.Advice(found.clientId(), clinic, id);
    }

    /** The client's last session, whose clinic answers. */
    AftercareReply.Subject requireSession(ClientId client) {
        return sessions.resultsOf(client).stream()
                .findFirst()
                .<AftercareReply.Subject>map(
                        it -> new AftercareReply.Subject.LastSession(client, it.clinicId(), it.id()))
                .orElseThrow(() -> Refusal.input(
                        "messageId", "is needed before the first treatment: there is no session to ask about"));
    }

    /** @param check refuses what may not be asked */
    AftercareReply ask(AftercareReply.Subject about, String text, List<PhotoId> photos, Runnable check) {
        AftercareReplyId id = new AftercareReplyId(Ids.next(AftercareReplyId.PREFIX));
        return eventLog.record(AftercareReply.class, () -> {
            check.run();
            return AftercareReply.ask(
                    id, about, encryption.seal(text, about.clientId(), id, TEXT), photos, clock.instant());
        });
    }

    AftercareReply answer(AftercareReplyId id, String text, Consumer<AftercareReply> precondition) {
        String by = RequestContext.current().actor();
        return eventLog.record(AftercareReply.class, () -> {
            AftercareReply it = require(id);
            precondition.accept(it);
            Binary sealed = encryption.seal(text, it.clientId(), id, ANSWER);
            return it.answer(new AftercareReply.Answer(clock.instant(), by, sealed));
        });
    }

    AftercareReply require(AftercareReplyId id) {
        return Optional.ofNullable(mongo.findById(id, AftercareReply.class)).orElseThrow(Refusal::notFound);
    }

    String textOf(AftercareReply it) {
        return encryption.open(it.text(), it.clientId(), it.id(), TEXT, String.class);
    }

    String answerOf(AftercareReply it, AftercareReply.Answer answer) {
        return encryption.open(answer.text(), it.clientId(), it.id(), ANSWER, String.class);
    }

    /** Latest first. */
    List<AftercareReply> of(ClientId client) {
        return mongo.find(
                Query.query(mergedClients.in(CLIENT, client))
                        .with(Sort.by("_id").descending()),
                AftercareReply.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("aftercare_replies").createIndex(ascending(CLIENT, "_id"));
    }
}
