package io.hairline.booking.appointment.hold;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.booking.appointment.Appointment;
import io.hairline.contracts.ClientId;
import io.hairline.kit.FieldEncryption;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * Limits the slots that are held at the same time: by one caller and for one client, as the policy says, and from one
 * address, whatever tokens its callers have. Addresses and clients are kept as keyed tokens, not readable.
 */
@Repository
class OpenHolds implements Indexes {

    private static final String COLLECTION = "open_holds";
    private static final String HOLDERS = "holders";
    private static final long KEPT_DAYS = 2;
    private static final int RETRY_SECONDS = 60;

    private final MongoTemplate mongo;
    private final FieldEncryption encryption;
    private final Clock clock;
    private final int perAddress;

    OpenHolds(
            MongoTemplate mongo,
            FieldEncryption encryption,
            Clock clock,
            @Value("${hairline.booking.holds-per-address}") int perAddress) {
        this.mongo = mongo;
        this.encryption = encryption;
        this.clock = clock;
        this.perAddress = perAddress;
    }

    /** In the transaction that makes the hold: refuses one too many, or counts it. */
    void admit(Appointment held, String address) {
        int most = held.policy().openHolds();
        String from = encryption.token(address, "address");
        check("by", held.madeBy(), most);
        ClientId client = held.clientId();
        if (client != null && !client.value().equals(held.madeBy())) {
            check("client", client.value(), most);
        }
        if (perAddress > 0) {
            check("from", from, perAddress);
        }
        mongo.upsert(
                Query.query(Criteria.where("_id").is(held.id().value())),
                new Update()
                        .set("by", held.madeBy())
                        .set("client", client == null ? null : client.value())
                        .set("from", from)
                        .set("expiresAt", held.holdExpiresAt())
                        .currentDate("at"),
                COLLECTION);
    }

    private void check(String field, String value, int most) {
        oneAtATime(field + "|" + value);
        if (open(field, value) >= most) {
            throw new Refusal(
                            Refusal.Kind.TOO_MANY,
                            "holds-exhausted",
                            "%d slots are held already %s. Book or give back one of them."
                                    .formatted(most, field.equals("from") ? "from your address" : "for you"))
                    .with("retryAfterSeconds", RETRY_SECONDS);
        }
    }

    /** Two transactions for the same holder conflict, and the later one runs again and counts the earlier one's hold. */
    private void oneAtATime(String holder) {
        mongo.upsert(
                Query.query(Criteria.where("_id").is(holder)),
                new Update().inc("holds", 1).currentDate("at"),
                HOLDERS);
    }

    /** Those still held; a hold that was booked or given back doesn't count. */
    private long open(String field, String value) {
        List<String> ids = mongo
                .find(
                        Query.query(
                                Criteria.where(field).is(value).and("expiresAt").gt(clock.instant())),
                        Document.class,
                        COLLECTION)
                .stream()
                .map(it -> it.getString("_id"))
                .toList();
        return ids.isEmpty()
                ? 0
                : mongo.count(
                        Query.query(Criteria.where("_id").in(ids).and("status").is("HELD")), Appointment.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        for (String field : List.of("by", "client", "from")) {
            database.getCollection(COLLECTION).createIndex(ascending(field, "expiresAt"));
        }
        for (String kept : List.of(COLLECTION, HOLDERS)) {
            database.getCollection(kept)
                    .createIndex(ascending("at"), new IndexOptions().expireAfter(KEPT_DAYS, TimeUnit.DAYS));
        }
    }
}
