package io.hairline.booking.enquiry;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.EnquiryId;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class Enquiries implements Indexes {

    private static final int MOST_OF_A_CONTACT = 20;

    private final MongoTemplate mongo;

    Enquiries(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Enquiry require(EnquiryId id) {
        Enquiry enquiry = mongo.findById(id, Enquiry.class);
        if (enquiry == null) {
            throw Refusal.notFound();
        }
        return enquiry;
    }

    List<Enquiry> withContact(Collection<String> tokens) {
        return mongo.find(
                Query.query(Criteria.where("contactToken").in(tokens))
                        .limit(MOST_OF_A_CONTACT * Math.max(1, tokens.size())),
                Enquiry.class);
    }

    /** Those that a client has sent, before and since they were one. */
    List<Enquiry> sentBy(ClientId client, Collection<String> tokens) {
        Criteria theirs = new Criteria()
                .orOperator(
                        Criteria.where("clientId").is(client),
                        Criteria.where("contactToken").in(tokens));
        return mongo.find(Query.query(theirs), Enquiry.class);
    }

    /** What was asked and by whom is gone; that somebody did still counts. */
    void blank(Enquiry it, Binary nothing) {
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(it.id())),
                new Update().set("words", nothing).set("contactToken", ""),
                Enquiry.class);
    }

    /** A clinic's, or the brand's own, the oldest first. */
    List<Enquiry> of(@Nullable ClinicId clinic, Enquiry.@Nullable Status status, @Nullable EnquiryId after, int most) {
        Criteria criteria = Criteria.where("clinicId").is(clinic);
        if (status != null) {
            criteria = criteria.and("status").is(status);
        }
        if (after != null) {
            criteria = criteria.and("_id").gt(after);
        }
        return mongo.find(Query.query(criteria).with(Sort.by("_id")).limit(most), Enquiry.class);
    }

    /** How many of a clinic's, or of the brand's own, were received from an instant on, by where they stand. */
    Map<Enquiry.Status, Long> countSince(@Nullable ClinicId clinic, Instant from) {
        Map<Enquiry.Status, Long> counts = new EnumMap<>(Enquiry.Status.class);
        for (Enquiry.Status status : Enquiry.Status.values()) {
            Criteria criteria = Criteria.where("clinicId")
                    .is(clinic)
                    .and("status")
                    .is(status)
                    .and("receivedAt")
                    .gte(from);
            counts.put(status, mongo.count(Query.query(criteria), Enquiry.class));
        }
        return counts;
    }

    @Override
    public void ensure(MongoDatabase database) {
        MongoCollection<Document> enquiries = database.getCollection(Enquiry.COLLECTION);
        enquiries.createIndex(ascending("contactToken"));
        enquiries.createIndex(
                ascending("clientId"),
                new IndexOptions().partialFilterExpression(new Document("clientId", new Document("$exists", true))));
        enquiries.createIndex(ascending("clinicId", "status", "_id"));
        enquiries.createIndex(ascending("clinicId", "_id"));
        enquiries.createIndex(ascending("clinicId", "status", "receivedAt"));
    }
}
