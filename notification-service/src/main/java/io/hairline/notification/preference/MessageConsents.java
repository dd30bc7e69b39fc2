package io.hairline.notification.preference;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ConsentId;
import io.hairline.kit.merge.MergedIds;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Who took back the consent to messages of the brand, as treatment told of it. */
@Component
public class MessageConsents {

    private static final String IN_FORCE = "inForce";

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;

    MessageConsents(MongoTemplate mongo, MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
    }

    /**
     * A client who signed at least once.
     *
     * @param inForce those of the consents that aren't withdrawn; absent where no signature was heard of
     */
    @Document("message_consents")
    @TypeAlias("messageConsents")
    record Signed(@Id ClientId clientId, @Nullable Set<ConsentId> inForce) {
        Signed {
            inForce = inForce == null ? null : Set.copyOf(inForce);
        }

        boolean isWithdrawn() {
            return inForce == null || inForce.isEmpty();
        }
    }

    public void sign(ClientId client, ConsentId consent) {
        mongo.upsert(byId(client), new Update().addToSet(IN_FORCE, consent), Signed.class);
    }

    public void withdraw(ClientId client, ConsentId consent) {
        mongo.upsert(byId(client), new Update().pull(IN_FORCE, consent), Signed.class);
    }

    /** Whether the client had signed and nothing of it is in force any more; not one who was never asked. */
    public boolean areWithdrawn(ClientId client) {
        List<Signed> known = mongo.find(Query.query(mergedClients.in("_id", client)), Signed.class);
        return !known.isEmpty() && known.stream().allMatch(Signed::isWithdrawn);
    }

    private static Query byId(ClientId client) {
        return Query.query(Criteria.where("_id").is(client));
    }
}
