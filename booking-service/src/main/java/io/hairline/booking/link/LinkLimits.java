package io.hairline.booking.link;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.contracts.notification.LetterLink;
import io.hairline.kit.FieldEncryption;
import io.hairline.kit.Ids;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Limits wrong secrets from one address, and changes through one link. Addresses are kept as keyed tokens. */
@Repository
class LinkLimits implements Indexes {

    private static final String COLLECTION = "link_attempts";
    private static final String WHAT = "what";
    private static final String AT = "at";
    private static final int MOST_WRONG = 30;
    private static final int MOST_CHANGES = 10;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final long KEPT_HOURS = 1;

    private final MongoTemplate mongo;
    private final FieldEncryption encryption;
    private final Clock clock;

    LinkLimits(MongoTemplate mongo, FieldEncryption encryption, Clock clock) {
        this.mongo = mongo;
        this.encryption = encryption;
        this.clock = clock;
    }

    /**
     * The holder of a secret.
     *
     * @param address where the call comes from
     */
    record Holder(String secret, String address) {}

    /**
     * What a secret opens; one that opens nothing is counted. An address that has tried too many of those is refused, whatever
     * it comes with now.
     *
     * @param valid the link of a digest, if it still opens something
     */
    <L> L open(Holder holder, Function<String, Optional<L>> valid) {
        String wrong = encryption.token(holder.address(), "link-address");
        check(wrong, MOST_WRONG);
        Optional<L> link = valid.apply(LetterLink.digestOf(holder.secret()));
        if (link.isEmpty()) {
            count(wrong);
            throw Refusal.notFound();
        }
        return link.get();
    }

    /** Counts a change through a link, and refuses one too many. */
    void admitChange(AppointmentLink link) {
        check(link.digest(), MOST_CHANGES);
        count(link.digest());
    }

    private void count(String what) {
        mongo.insert(
                new Document("_id", Ids.next("try")).append(WHAT, what).append(AT, Date.from(clock.instant())),
                COLLECTION);
    }

    private void check(String what, int most) {
        long lately = mongo.count(
                Query.query(Criteria.where(WHAT)
                        .is(what)
                        .and(AT)
                        .gt(Date.from(clock.instant().minus(WINDOW)))),
                COLLECTION);
        if (lately >= most) {
            throw new Refusal(
                            Refusal.Kind.TOO_MANY,
                            "too-many-requests",
                            "That was too often within %d minutes. Wait, or call the clinic."
                                    .formatted(WINDOW.toMinutes()))
                    .with("retryAfterSeconds", WINDOW.toSeconds());
        }
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(COLLECTION).createIndex(ascending(WHAT, AT));
        database.getCollection(COLLECTION)
                .createIndex(ascending(AT), new IndexOptions().expireAfter(KEPT_HOURS, TimeUnit.HOURS));
    }
}
