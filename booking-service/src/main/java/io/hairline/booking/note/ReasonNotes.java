package io.hairline.booking.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import io.hairline.kit.FieldEncryption;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

@Component
public class ReasonNotes implements io.hairline.kit.Indexes {

    static final String COLLECTION = "remarks";

    private final MongoTemplate mongo;
    private final FieldEncryption encryption;

    ReasonNotes(MongoTemplate mongo, FieldEncryption encryption) {
        this.mongo = mongo;
        this.encryption = encryption;
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(COLLECTION).createIndex(Indexes.ascending("aggregateId"));
    }

    /** To be called in the command that makes the change, so that both are kept or neither. */
    public <A extends Aggregate> Change<A> keep(Change<A> change, @Nullable String words) {
        if (words != null && !words.isBlank() && change.event() != null) {
            A next = change.next();
            String id = ReasonNote.id(next.aggregateId(), next.version());
            mongo.insert(new ReasonNote(
                    id,
                    next.aggregateId(),
                    next.version(),
                    encryption.seal(words.strip().getBytes(UTF_8), id)));
        }
        return change;
    }

    /**
     * Of an erased client.
     *
     * @return how many there were
     */
    public long erase(String aggregateId) {
        return mongo.remove(Query.query(Criteria.where("aggregateId").is(aggregateId)), ReasonNote.class)
                .getDeletedCount();
    }

    /** By the version that each explains. */
    public Map<Long, String> of(String aggregateId) {
        return mongo.find(Query.query(Criteria.where("aggregateId").is(aggregateId)), ReasonNote.class).stream()
                .collect(toMap(ReasonNote::version, it -> new String(encryption.open(it.sealed(), it.id()), UTF_8)));
    }
}
