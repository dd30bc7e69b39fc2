package io.hairline.treatment.erasure;

import io.hairline.contracts.ClientId;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Who was erased. */
@Repository
public class ErasedClients {

    private final MongoTemplate mongo;

    ErasedClients(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Those of these clients. */
    public Set<ClientId> among(Collection<ClientId> clients) {
        return mongo.find(Query.query(Criteria.where("_id").in(clients)), ErasedClient.class).stream()
                .map(ErasedClient::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
