package io.hairline.booking.link;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.contracts.ClientId;
import io.hairline.kit.Indexes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class AppointmentLinks implements Indexes {

    /** Longer than the diary is open ahead; the end of the appointment ends a link earlier. */
    private static final long KEPT_DAYS = 500;

    private final MongoTemplate mongo;

    AppointmentLinks(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Heard twice, it is kept once. */
    void keep(AppointmentLink link) {
        mongo.upsert(
                Query.query(Criteria.where("_id").is(link.digest())),
                new Update()
                        .setOnInsert("_class", "appointmentLink")
                        .setOnInsert("appointmentId", link.appointmentId().value())
                        .setOnInsert("clientId", link.clientId().value())
                        .setOnInsert("contact", link.contact())
                        .currentDate("at"),
                AppointmentLink.COLLECTION);
    }

    /** @return how many there were */
    long removeOf(ClientId client) {
        return mongo.remove(Query.query(Criteria.where("clientId").is(client.value())), AppointmentLink.COLLECTION)
                .getDeletedCount();
    }

    Optional<AppointmentLink> find(String digest) {
        return Optional.ofNullable(mongo.findById(digest, AppointmentLink.class));
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(AppointmentLink.COLLECTION).createIndex(ascending("clientId"));
        database.getCollection(AppointmentLink.COLLECTION)
                .createIndex(ascending("at"), new IndexOptions().expireAfter(KEPT_DAYS, TimeUnit.DAYS));
    }
}
