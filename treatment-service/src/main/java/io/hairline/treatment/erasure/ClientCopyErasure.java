package io.hairline.treatment.erasure;

import io.hairline.contracts.ClientId;
import io.hairline.treatment.referencedata.Client;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Forgets an erased client: nothing can be written for them any more. */
@Component
class ClientCopyErasure implements ClientErasureStep {

    private final MongoTemplate mongo;

    ClientCopyErasure(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public String code() {
        return "CLIENT_COPY";
    }

    @Override
    public long erase(ClientId client) {
        return mongo.remove(Query.query(Criteria.where("_id").is(client)), Client.class)
                .getDeletedCount();
    }
}
