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
class EmailLinks implements Indexes {

    private static final long KEPT_DAYS = 30;

    private final MongoTemplate mongo;

    EmailLinks(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Heard twice, it is kept once. */
    void keep(EmailLink link) {
        mongo.upsert(
                Query.query(Criteria.where("_id").is(link.digest())),
                new Update()
                        .setOnInsert("_class", "emailLink")
                        .setOnInsert("clientId", link.clientId().value())
                        .setOnInsert("contactVersion", link.contactVersion())
                        .currentDate("at"),
                EmailLink.COLLECTION);
    }

    /** @return how many there were */
    long removeOf(ClientId client) {
        return mongo.remove(Query.query(Criteria.where("clientId").is(client.value())), EmailLink.COLLECTION)
                .getDeletedCount();
    }

    Optional<EmailLink> find(String digest) {
        return Optional.ofNullable(mongo.findById(digest, EmailLink.class));
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(EmailLink.COLLECTION).createIndex(ascending("clientId"));
        database.getCollection(EmailLink.COLLECTION)
                .createIndex(ascending("at"), new IndexOptions().expireAfter(KEPT_DAYS, TimeUnit.DAYS));
    }
}
