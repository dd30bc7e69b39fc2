package io.hairline.booking.calendar;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.kit.FieldEncryption;
import io.hairline.kit.Ids;
import io.hairline.kit.Indexes;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class CalendarLinks implements Indexes {

    private static final String WHOSE = "whose";
    private static final String TOKEN = "token";

    private final MongoTemplate mongo;
    private final FieldEncryption encryption;
    private final Clock clock;

    CalendarLinks(MongoTemplate mongo, FieldEncryption encryption, Clock clock) {
        this.mongo = mongo;
        this.encryption = encryption;
        this.clock = clock;
    }

    /** The one that there is, or a new one; of several at once all get the same. */
    CalendarLink make(String whose) {
        String id = Ids.next(CalendarLink.PREFIX);
        return Objects.requireNonNull(mongo.findAndModify(
                Query.query(Criteria.where(WHOSE).is(whose)),
                new Update()
                        .setOnInsert("_id", id)
                        .setOnInsert(TOKEN, token(secret(id)))
                        .setOnInsert("madeAt", clock.instant())
                        .setOnInsert("_class", "calendarLink"),
                FindAndModifyOptions.options().upsert(true).returnNew(true),
                CalendarLink.class));
    }

    Optional<CalendarLink> of(String whose) {
        return Optional.ofNullable(
                mongo.findOne(Query.query(Criteria.where(WHOSE).is(whose)), CalendarLink.class));
    }

    Optional<CalendarLink> find(String id) {
        return Optional.ofNullable(mongo.findById(id, CalendarLink.class));
    }

    Optional<CalendarLink> behind(String secret) {
        return Optional.ofNullable(
                mongo.findOne(Query.query(Criteria.where(TOKEN).is(token(secret))), CalendarLink.class));
    }

    void revoke(CalendarLink link) {
        mongo.remove(Query.query(Criteria.where("_id").is(link.id())), CalendarLink.class);
    }

    String secretOf(CalendarLink link) {
        return secret(link.id());
    }

    private String secret(String id) {
        return encryption.token(id, "calendar-secret");
    }

    private String token(String secret) {
        return encryption.token(secret, "calendar");
    }

    @Override
    public void ensure(MongoDatabase database) {
        var links = database.getCollection(CalendarLink.COLLECTION);
        links.createIndex(ascending(WHOSE), new IndexOptions().unique(true));
        links.createIndex(ascending(TOKEN), new IndexOptions().unique(true));
    }
}
