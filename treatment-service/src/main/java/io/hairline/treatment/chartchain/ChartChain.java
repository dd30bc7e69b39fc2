package io.hairline.treatment.chartchain;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.contracts.ClientId;
import io.hairline.kit.Indexes;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.work.DueWork;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Service;

/** Ties each state of a signed record to its client's chart. */
@Service
public class ChartChain implements Indexes {

    static final String ERASED = "erased_charts";
    private static final Duration SEALED_WITHIN = Duration.ofHours(1);

    private final MongoTemplate mongo;
    private final DueWork dueWork;
    private final Clock clock;

    ChartChain(MongoTemplate mongo, DueWork dueWork, Clock clock) {
        this.mongo = mongo;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    /** Notes what a signed record becomes; in the caller's own transaction, so that both are kept or neither. */
    public <A extends Aggregate> Change<A> signed(Change<A> change, ClientId client) {
        if (change.event() != null) {
            A record = change.next();
            var state = new ChartLink.State(
                    mongo.getCollectionName(record.getClass()),
                    record.aggregateId(),
                    record.version(),
                    RecordHash.of(asStored(record)));
            var _ = mongo.insert(ChartLink.after(last(client), client, state));
            dueWork.at(clock.instant().truncatedTo(ChronoUnit.HOURS).plus(SEALED_WITHIN), ChartSealing.KIND, "heads");
        }
        return change;
    }

    /** A client's records are lawfully gone: their hashes stay, and are no sign of a deletion. */
    public void retire(ClientId client) {
        mongo.upsert(marked(client), new Update().setOnInsert("at", clock.instant()), ERASED);
    }

    static Query marked(ClientId client) {
        return Query.query(Criteria.where("_id").is(client.value()));
    }

    private BsonDocument asStored(Aggregate record) {
        Document document = new Document();
        mongo.getConverter().write(record, document);
        return document.toBsonDocument(Document.class, mongo.getDb().getCodecRegistry());
    }

    private @Nullable ChartLink last(ClientId client) {
        List<ChartLink> found = mongo.find(
                Query.query(Criteria.where("_id").gt(client.value() + "/").lt(client.value() + "0"))
                        .with(Sort.by("_id").descending())
                        .limit(1),
                ChartLink.class);
        return found.isEmpty() ? null : found.getFirst();
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(ERASED).createIndex(ascending("_id"));
        database.getCollection(ChartLink.COLLECTION)
                .createIndex(
                        ascending("sealed"),
                        new IndexOptions().name("unsealed").partialFilterExpression(eq("sealed", false)));
    }
}
