package io.hairline.notification.inbox;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.MessageId;
import io.hairline.kit.FieldEncryption;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.EventJson;
import io.hairline.kit.merge.MergedIds;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Every client's inbox. */
@Component
public class ClientInbox implements Indexes {

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;
    private final FieldEncryption encryption;

    ClientInbox(MongoTemplate mongo, FieldEncryption encryption, MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
        this.encryption = encryption;
    }

    record Words(String subject, String text) {}

    /** The same message twice is one. */
    public void put(MessageId id, ClientId client, String template, String subject, String text, Instant at) {
        byte[] words = EventJson.mapper().writeValueAsBytes(new Words(subject, text));
        mongo.save(new InboxItem(id, client, template, encryption.seal(words, id.value()), at, null));
    }

    Words words(InboxItem item) {
        return EventJson.mapper()
                .readValue(encryption.open(item.sealed(), item.id().value()), Words.class);
    }

    /**
     * All that is stored under this very id.
     *
     * @return how many there were
     */
    public long erase(ClientId client) {
        return mongo.remove(Query.query(Criteria.where("clientId").is(client)), InboxItem.class)
                .getDeletedCount();
    }

    /** Latest first. */
    List<InboxItem> of(ClientId client, @Nullable MessageId before, int most) {
        Criteria own = mergedClients.in("clientId", client);
        if (before != null) {
            own = own.and("_id").lt(before);
        }
        return mongo.find(Query.query(own).with(Sort.by("_id").descending()).limit(most), InboxItem.class);
    }

    InboxItem read(ClientId client, MessageId id, Instant now) {
        Query own = Query.query(mergedClients.in("clientId", client).and("_id").is(id));
        InboxItem item = mongo.findAndModify(
                own,
                new Update().min("readAt", now),
                FindAndModifyOptions.options().returnNew(true),
                InboxItem.class);
        if (item == null) {
            throw Refusal.notFound();
        }
        return item;
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(InboxItem.COLLECTION)
                .createIndex(compoundIndex(ascending("clientId"), descending("_id")));
    }
}
