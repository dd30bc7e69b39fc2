package io.hairline.booking.payment.prepaid;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.PaymentId;
import io.hairline.contracts.PrepaidId;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.kit.merge.MergedIds;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class PrepaidAccounts implements Indexes {

    private static final String TOKEN = "codeToken";
    private static final String CLIENT = "sale.clientId";
    private static final String PAYMENT = "lines.paymentId";

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;

    PrepaidAccounts(MongoTemplate mongo, MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
    }

    Prepaid require(PrepaidId id) {
        Prepaid it = mongo.findById(id, Prepaid.class);
        if (it == null) {
            throw Refusal.notFound();
        }
        return it;
    }

    Optional<Prepaid> withToken(String token) {
        return Optional.ofNullable(
                mongo.findOne(Query.query(Criteria.where(TOKEN).is(token)), Prepaid.class));
    }

    /** A client's credit, oldest first. */
    List<Prepaid> of(ClientId client) {
        return mongo.find(Query.query(mergedClients.in(CLIENT, client)).with(Sort.by("_id")), Prepaid.class);
    }

    /** What a payment has used, oldest first. */
    List<Prepaid> usedBy(PaymentId payment) {
        return by(PAYMENT, payment);
    }

    private List<Prepaid> by(String field, Object value) {
        return mongo.find(Query.query(Criteria.where(field).is(value)).with(Sort.by("_id")), Prepaid.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        MongoCollection<Document> prepaid = database.getCollection(Prepaid.COLLECTION);
        prepaid.createIndex(
                ascending(TOKEN),
                new IndexOptions()
                        .unique(true)
                        .partialFilterExpression(new Document(TOKEN, new Document("$exists", true))));
        prepaid.createIndex(ascending(CLIENT, "_id"));
        prepaid.createIndex(ascending(PAYMENT, "_id"));
    }
}
