package io.hairline.treatment.adverseevent;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.AdverseEventId;
import io.hairline.contracts.ClientId;
import io.hairline.kit.Ids;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.kit.RequestContext;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.merge.MergedIds;
import io.hairline.treatment.encryption.ChartEncryption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.types.Binary;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Takes reports of harms and what is seen of them later. */
@Service
class AdverseEvents implements Indexes {

    private static final String CLIENT = "clientId";
    private static final String TEXT = "text";

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;
    private final EventLog eventLog;
    private final ChartEncryption encryption;
    private final Clock clock;

    AdverseEvents(
            MongoTemplate mongo, EventLog eventLog, ChartEncryption encryption, Clock clock, MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
        this.eventLog = eventLog;
        this.encryption = encryption;
        this.clock = clock;
    }

    /** @param check refuses what may not be reported */
    AdverseEvent report(AdverseEvent.Report report, String description, Runnable check) {
        AdverseEventId id = new AdverseEventId(Ids.next(AdverseEventId.PREFIX));
        String by = RequestContext.current().actor();
        return eventLog.record(AdverseEvent.class, () -> {
            check.run();
            return AdverseEvent.report(
                    id, report, encryption.seal(description, report.clientId(), id, TEXT), by, clock.instant());
        });
    }

    AdverseEvent followUp(AdverseEventId id, String text, Severity severity, Consumer<AdverseEvent> precondition) {
        String by = RequestContext.current().actor();
        return eventLog.record(AdverseEvent.class, () -> {
            AdverseEvent it = require(id);
            precondition.accept(it);
            return it.followUp(new AdverseEvent.FollowUp(
                    clock.instant(), by, severity, encryption.seal(text, it.clientId(), id, TEXT)));
        });
    }

    AdverseEvent close(AdverseEventId id, Outcome outcome, Consumer<AdverseEvent> precondition) {
        return eventLog.record(AdverseEvent.class, () -> {
            AdverseEvent it = require(id);
            precondition.accept(it);
            return it.close(outcome, clock.instant());
        });
    }

    AdverseEvent file(AdverseEventId id, String reference) {
        String by = RequestContext.current().actor();
        return eventLog.record(
                AdverseEvent.class, () -> require(id).file(new AdverseEvent.Filed(clock.instant(), by, reference)));
    }

    AdverseEvent require(AdverseEventId id) {
        return Optional.ofNullable(mongo.findById(id, AdverseEvent.class)).orElseThrow(Refusal::notFound);
    }

    String open(AdverseEvent it, Binary text) {
        return encryption.open(text, it.clientId(), it.id(), TEXT, String.class);
    }

    /** Latest first. */
    List<AdverseEvent> of(ClientId client) {
        return mongo.find(
                Query.query(mergedClients.in(CLIENT, client))
                        .with(Sort.by("_id").descending()),
                AdverseEvent.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("adverse_events").createIndex(ascending(CLIENT, "_id"));
    }
}
