package io.hairline.treatment.aftercare;

import io.hairline.contracts.ClientId;
import io.hairline.treatment.erasure.ClientErasureStep;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Erases what an erased client asked after sessions, with the answers. */
@Component
class ReplyErasure implements ClientErasureStep {

    private final MongoTemplate mongo;

    ReplyErasure(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public String code() {
        return "QUESTIONS";
    }

    @Override
    public long erase(ClientId client) {
        return mongo.remove(Query.query(Criteria.where("clientId").is(client)), AftercareReply.class)
                .getDeletedCount();
    }
}
