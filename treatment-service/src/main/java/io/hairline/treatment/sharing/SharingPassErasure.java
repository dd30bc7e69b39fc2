package io.hairline.treatment.sharing;

import io.hairline.contracts.ClientId;
import io.hairline.treatment.erasure.ClientErasureStep;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Ends the sharing passes of an erased client. */
@Component
class SharingPassErasure implements ClientErasureStep {

    private final MongoTemplate mongo;

    SharingPassErasure(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public String code() {
        return "SHARING_PASSES";
    }

    @Override
    public long erase(ClientId client) {
        return mongo.remove(Query.query(Criteria.where("clientId").is(client)), SharingPass.class)
                .getDeletedCount();
    }
}
