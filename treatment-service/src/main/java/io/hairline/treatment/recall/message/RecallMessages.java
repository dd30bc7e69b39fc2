package io.hairline.treatment.recall.message;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.RecallId;
import io.hairline.contracts.RecallNoticeId;
import io.hairline.kit.Indexes;
import io.hairline.treatment.recall.message.RecallMessage.Status;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** All messages of recalls, as notification told what became of them. */
@Repository
public class RecallMessages implements Indexes {

    private static final String RECALL = "recallId";
    private static final String NOTICE = "recallNoticeId";
    private static final String STATUS = "status";

    private final MongoTemplate mongo;

    RecallMessages(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** The recall of a notice. */
    Optional<RecallId> recallOf(RecallNoticeId notice) {
        return Optional.ofNullable(mongo.getCollection("recall_notices")
                        .find(eq("_id", notice.value()))
                        .projection(include(RECALL))
                        .first())
                .map(it -> new RecallId(it.getString(RECALL)));
    }

    /** The same again changes nothing; events of a message come in their order. */
    void save(RecallMessage message) {
        mongo.save(message);
    }

    /** By notice, each client's in the order they were planned. */
    public Map<RecallNoticeId, List<RecallMessage>> of(Collection<RecallNoticeId> notices) {
        return mongo
                .find(Query.query(Criteria.where(NOTICE).in(notices)).with(Sort.by("_id")), RecallMessage.class)
                .stream()
                .collect(Collectors.groupingBy(RecallMessage::recallNoticeId));
    }

    /** To how many clients one of a recall's messages has gone. */
    public long countTold(RecallId recall) {
        Document counted = mongo.aggregate(
                        Aggregation.newAggregation(
                                Aggregation.match(Criteria.where(RECALL)
                                        .is(recall)
                                        .and(STATUS)
                                        .in(Status.SENT, Status.DELIVERED)),
                                Aggregation.group(NOTICE),
                                Aggregation.count().as("told")),
                        RecallMessage.class,
                        Document.class)
                .getUniqueMappedResult();
        return counted == null ? 0 : counted.get("told", Number.class).longValue();
    }

    @Override
    public void ensure(MongoDatabase database) {
        var messages = database.getCollection(RecallMessage.COLLECTION);
        messages.createIndex(ascending(NOTICE, "_id"));
        messages.createIndex(ascending(RECALL, STATUS, NOTICE));
    }
}
