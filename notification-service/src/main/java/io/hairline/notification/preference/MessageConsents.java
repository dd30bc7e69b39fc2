package io.hairline.notification.preference;

import io.hairline.contracts.ClientId;
import io.hairline.kit.merge.MergedIds;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;

    MessageConsents(MongoTemplate mongo, MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
    }

    /**
     * What a client last said of it.
     *
     * @param signedAt when the client last signed; absent where no signature was heard of
     * @param withdrawnAt when the client last took a signature back; absent where none was
     */
    @Document("message_consents")
    @TypeAlias("messageConsents")
    record LastSaid(
            @Id ClientId clientId,
            @Nullable Instant signedAt,
            @Nullable Instant withdrawnAt) {}

    public void sign(ClientId client, Instant at) {
        mongo.upsert(byId(client), new Update().max("signedAt", at), LastSaid.class);
    }

    public void withdraw(ClientId client, Instant at) {
        mongo.upsert(byId(client), new Update().max("withdrawnAt", at), LastSaid.class);
    }

    /** Whether the client took it back and has not signed since; not of one who was never asked. */
    public boolean areWithdrawn(ClientId client) {
        List<LastSaid> known = mongo.find(Query.query(mergedClients.in("_id", client)), LastSaid.class);
        Instant signed = latest(known, LastSaid::signedAt).orElse(Instant.MIN);
        return latest(known, LastSaid::withdrawnAt)
                .filter(it -> !it.isBefore(signed))
                .isPresent();
    }

    private static Optional<Instant> latest(List<LastSaid> known, Function<LastSaid, @Nullable Instant> moment) {
        return known.stream().flatMap(it -> Stream.ofNullable(moment.apply(it))).max(Comparator.naturalOrder());
    }

    private static Query byId(ClientId client) {
        return Query.query(Criteria.where("_id").is(client));
    }
}
