package io.hairline.treatment.recall;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RecallId;
import io.hairline.contracts.RecallNoticeId;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.kit.merge.MergedIds;
import io.hairline.treatment.lot.RecalledBatches;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** All recalls, and whom each of them concerns. */
@Repository
class Recalls implements RecalledBatches, Indexes {

    private static final String BATCH = "batch";
    private static final String RECALL = "recallId";
    private static final String CLIENT = "clientId";
    private static final String CLINIC = "clinicId";
    private static final String ACKNOWLEDGED = "acknowledgedAt";
    private static final String NOTICE_WITHDRAWN = "withdrawnAt";
    private static final String ERASED = "erasedAt";
    private static final String WITHDRAWN = "withdrawal.at";
    /** From when a recall couldn't be withdrawn, and a batch recalled once. */
    private static final String ONCE_FOR_ALL = "batch_1";

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;

    Recalls(MongoTemplate mongo, MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
    }

    Recall require(RecallId id) {
        return Optional.ofNullable(mongo.findById(id, Recall.class)).orElseThrow(Refusal::notFound);
    }

    /** Latest first. */
    List<Recall> all(@Nullable RecallId before, int most) {
        Query page =
                before == null ? new Query() : Query.query(Criteria.where("_id").lt(before));
        return mongo.find(page.with(Sort.by("_id").descending()).limit(most), Recall.class);
    }

    @Override
    public Set<String> among(Collection<String> batches) {
        return mongo
                .find(
                        Query.query(
                                Criteria.where(BATCH).in(batches).and(WITHDRAWN).is(null)),
                        Recall.class)
                .stream()
                .map(Recall::batch)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean wasRecalledAt(String batch, Instant moment) {
        return mongo.exists(
                Query.query(Criteria.where(BATCH)
                        .is(batch)
                        .and("openedAt")
                        .lte(moment)
                        .orOperator(
                                Criteria.where(WITHDRAWN).is(null),
                                Criteria.where(WITHDRAWN).gt(moment))),
                Recall.class);
    }

    /** The recall of a batch that holds. */
    Optional<Recall> standingOf(String batch) {
        return Optional.ofNullable(mongo.findOne(
                Query.query(Criteria.where(BATCH).is(batch).and(WITHDRAWN).is(null)), Recall.class));
    }

    /**
     * In the order they were opened.
     *
     * @param acknowledged only those that are, or only those that still can be; null for all
     */
    List<RecallNotice> noticesOf(
            RecallId recall, @Nullable RecallNoticeId after, @Nullable Boolean acknowledged, int most) {
        Criteria page = Boolean.FALSE.equals(acknowledged)
                ? outstanding(recall)
                : Criteria.where(RECALL).is(recall);
        if (Boolean.TRUE.equals(acknowledged)) {
            page = page.and(ACKNOWLEDGED).ne(null);
        }
        if (after != null) {
            page = page.and("_id").gt(after);
        }
        return mongo.find(Query.query(page).with(Sort.by("_id")).limit(most), RecallNotice.class);
    }

    /** Of these clients, by client. */
    Map<ClientId, RecallNotice> noticesOf(RecallId recall, Collection<ClientId> clients) {
        return mongo
                .find(Query.query(Criteria.where(RECALL).is(recall).and(CLIENT).in(clients)), RecallNotice.class)
                .stream()
                .collect(Collectors.toUnmodifiableMap(RecallNotice::clientId, Function.identity()));
    }

    Optional<RecallNotice> findNotice(RecallNoticeId id) {
        return Optional.ofNullable(mongo.findById(id, RecallNotice.class));
    }

    /** Whom a clinic still has to hear from, in the order the notices were opened. */
    List<RecallNotice> outstandingIn(ClinicId clinic, @Nullable RecallNoticeId after, int most) {
        Criteria open = Criteria.where(CLINIC)
                .is(clinic)
                .and(ACKNOWLEDGED)
                .is(null)
                .and(NOTICE_WITHDRAWN)
                .is(null)
                .and(ERASED)
                .is(null);
        Criteria page = after == null ? open : open.and("_id").gt(after);
        return mongo.find(Query.query(page).with(Sort.by("_id")).limit(most), RecallNotice.class);
    }

    /** A client's, latest first. */
    List<RecallNotice> noticesOf(ClientId client, @Nullable RecallNoticeId before, int most) {
        Criteria all = mergedClients.in(CLIENT, client);
        Criteria page = before == null ? all : all.and("_id").lt(before);
        return mongo.find(Query.query(page).with(Sort.by("_id").descending()).limit(most), RecallNotice.class);
    }

    /** A person's: one under each of their ids under which the batch was used. */
    List<RecallNotice> noticesOf(RecallId recall, ClientId client) {
        return mongo.find(
                Query.query(mergedClients.in(CLIENT, client).and(RECALL).is(recall))
                        .with(Sort.by("_id")),
                RecallNotice.class);
    }

    long countNotices(RecallId recall) {
        return mongo.count(Query.query(Criteria.where(RECALL).is(recall)), RecallNotice.class);
    }

    /** Of how many clients it can still be heard that they know. */
    long countOutstanding(RecallId recall) {
        return mongo.count(Query.query(outstanding(recall)), RecallNotice.class);
    }

    private static Criteria outstanding(RecallId recall) {
        return Criteria.where(RECALL)
                .is(recall)
                .and(ACKNOWLEDGED)
                .is(null)
                .and(ERASED)
                .is(null);
    }

    /** How many clients were erased before they acknowledged it. */
    long countErased(RecallId recall) {
        return mongo.count(
                Query.query(Criteria.where(RECALL).is(recall).and(ERASED).ne(null)), RecallNotice.class);
    }

    /** What is stored under this very id and not acknowledged. */
    List<RecallNotice> openUnder(ClientId client) {
        return mongo.find(
                Query.query(Criteria.where(CLIENT).is(client).and(ACKNOWLEDGED).is(null)), RecallNotice.class);
    }

    /** How many clients of each clinic haven't confirmed to know. */
    Map<ClinicId, Long> outstandingPerClinic(RecallId recall) {
        return mongo
                .aggregate(
                        Aggregation.newAggregation(
                                Aggregation.match(outstanding(recall)),
                                Aggregation.group(CLINIC).count().as("outstanding")),
                        RecallNotice.class,
                        Document.class)
                .getMappedResults()
                .stream()
                .collect(Collectors.toUnmodifiableMap(
                        it -> new ClinicId(it.getString("_id")),
                        it -> it.get("outstanding", Number.class).longValue()));
    }

    /** Those that are still to be taken back, in the order they were opened. */
    List<RecallNotice> standing(RecallId recall, int most) {
        return mongo.find(
                Query.query(Criteria.where(RECALL)
                                .is(recall)
                                .and(NOTICE_WITHDRAWN)
                                .is(null))
                        .with(Sort.by("_id"))
                        .limit(most),
                RecallNotice.class);
    }

    long countWithdrawn(RecallId recall) {
        return mongo.count(
                Query.query(
                        Criteria.where(RECALL).is(recall).and(NOTICE_WITHDRAWN).ne(null)),
                RecallNotice.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        var recalls = database.getCollection("recalls");
        for (Document index : recalls.listIndexes()) {
            if (ONCE_FOR_ALL.equals(index.getString("name"))) {
                recalls.dropIndex(ONCE_FOR_ALL);
            }
        }
        recalls.createIndex(ascending(BATCH, WITHDRAWN), new IndexOptions().unique(true));
        var notices = database.getCollection("recall_notices");
        notices.createIndex(ascending(RECALL, CLIENT), new IndexOptions().unique(true));
        notices.createIndex(ascending(RECALL, "_id"));
        notices.createIndex(ascending(CLIENT, "_id"));
        notices.createIndex(ascending(RECALL, ACKNOWLEDGED, ERASED, "_id"));
        notices.createIndex(ascending(RECALL, ERASED));
        notices.createIndex(ascending(RECALL, NOTICE_WITHDRAWN, "_id"));
        notices.createIndex(ascending(CLINIC, ACKNOWLEDGED, NOTICE_WITHDRAWN, "_id"));
    }
}
