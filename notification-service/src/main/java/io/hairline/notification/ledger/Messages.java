package io.hairline.notification.ledger;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.MessageId;
import io.hairline.kit.Indexes;
import io.hairline.kit.merge.MergedIds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.BasicQuery;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The ledger's collection. */
@Repository
public class Messages implements Indexes {

    /** Why a message is deferred to the client's morning. */
    public static final String QUIET_HOURS = "QUIET_HOURS";

    private static final String STATUS = "status";
    private static final String CLAIM = "claim";
    private static final String CLAIMED_AT = "claimedAt";
    private static final String DUE_AT = "dueAt";

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;

    Messages(MongoTemplate mongo, MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
    }

    public Optional<Message> find(MessageId id) {
        return Optional.ofNullable(mongo.findById(id, Message.class));
    }

    /** All that an appointment, a session, a patch test or a touch-up has ever called for. */
    public List<Message> of(String subject) {
        return mongo.find(Query.query(Criteria.where("subject").is(subject)), Message.class);
    }

    /** Those of a topic and a channel that fell due before an instant, in due order. */
    public List<Message> due(String source, Channel channel, Instant before, int most) {
        return mongo.find(
                Query.query(Criteria.where("source")
                                .is(source)
                                .and("about.channelCode")
                                .is(channel)
                                .and(STATUS)
                                .in(MessageStatus.OPEN)
                                .and(DUE_AT)
                                .lt(before))
                        .with(Sort.by(DUE_AT))
                        .limit(most),
                Message.class);
    }

    /** Open ones that are of no use any more, ticks or no ticks. */
    public List<Message> expired(Instant now, int most) {
        return mongo.find(
                Query.query(Criteria.where(STATUS)
                                .in(MessageStatus.OPEN)
                                .and("usefulUntil")
                                .lte(now))
                        .limit(most),
                Message.class);
    }

    /** Takes an open message, as it was read, for one handing-over; false if somebody else did or it changed. */
    public boolean claim(Message read, String claim) {
        Query asRead = Query.query(Criteria.where("_id")
                .is(read.id())
                .and("version")
                .is(read.version())
                .and(STATUS)
                .in(MessageStatus.OPEN));
        Update mine = new Update()
                .set(STATUS, MessageStatus.SENDING)
                .set(CLAIM, claim)
                .currentDate(CLAIMED_AT);
        return mongo.updateFirst(asRead, mine, Message.class).getModifiedCount() == 1;
    }

    /** Looks at it again later; that is no news for anybody. */
    public void postpone(Message read, Instant until) {
        Query asRead = Query.query(Criteria.where("_id")
                .is(read.id())
                .and("version")
                .is(read.version())
                .and(STATUS)
                .in(MessageStatus.OPEN));
        mongo.updateFirst(asRead, new Update().set(DUE_AT, until), Message.class);
    }

    /**
     * Has what waits for the end of a client's quiet hours looked at again at once, because the client moved to another
     * zone or wants other hours; that is no news for anybody.
     */
    public void endQuiet(ClientId client, Instant now) {
        Query quiet = Query.query(mergedClients
                .in("about.clientId", client)
                .and(STATUS)
                .is(MessageStatus.DEFERRED)
                .and("reason")
                .is(QUIET_HOURS)
                .and(DUE_AT)
                .gt(now));
        mongo.updateMulti(quiet, new Update().set(DUE_AT, now), Message.class);
    }

    /** What hasn't left yet of those stored under this very id. */
    public List<Message> openFor(ClientId client) {
        return mongo.find(
                Query.query(
                        Criteria.where("about.clientId").is(client).and(STATUS).in(MessageStatus.OPEN)),
                Message.class);
    }

    /** Whether a claim still holds; an instance that was frozen for a while asks before handing over. */
    public boolean renew(MessageId id, String claim) {
        Query stillMine = Query.query(Criteria.where("_id")
                .is(id)
                .and(STATUS)
                .is(MessageStatus.SENDING)
                .and(CLAIM)
                .is(claim));
        return mongo.updateFirst(stillMine, new Update().currentDate(CLAIMED_AT), Message.class)
                        .getMatchedCount()
                == 1;
    }

    /** Claimed longer ago than any handing-over can take. */
    public List<Message> abandoned(Duration patience, int most) {
        Document longAgo = new Document(
                "$lt", List.of("$" + CLAIMED_AT, new Document("$subtract", List.of("$$NOW", patience.toMillis()))));
        Document filter = new Document(STATUS, MessageStatus.SENDING.name()).append("$expr", longAgo);
        return mongo.find(new BasicQuery(filter).limit(most), Message.class);
    }

    /** Latest first. */
    public List<Message> of(
            @Nullable ClientId client, @Nullable AppointmentId appointment, @Nullable MessageId before, int most) {
        Criteria criteria = client == null
                ? Criteria.where("about.appointmentId").is(appointment)
                : mergedClients.in("about.clientId", client);
        if (client != null && appointment != null) {
            criteria = criteria.and("about.appointmentId").is(appointment);
        }
        if (before != null) {
            criteria = criteria.and("_id").lt(before);
        }
        return mongo.find(
                Query.query(criteria).with(Sort.by("_id").descending()).limit(most), Message.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        MongoCollection<Document> messages = database.getCollection(Message.COLLECTION);
        messages.createIndex(ascending("key"), new IndexOptions().unique(true));
        messages.createIndex(ascending("subject"));
        messages.createIndex(ascending("source", "about.channelCode", STATUS, DUE_AT));
        messages.createIndex(ascending(STATUS, "usefulUntil"));
        messages.createIndex(
                ascending(CLAIMED_AT),
                new IndexOptions().partialFilterExpression(new Document(STATUS, MessageStatus.SENDING.name())));
        messages.createIndex(compoundIndex(ascending("about.clientId"), descending("_id")));
        messages.createIndex(compoundIndex(ascending("about.appointmentId"), descending("_id")));
    }
}
