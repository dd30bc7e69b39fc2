package io.hairline.booking.waitlist;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.WaitlistEntryId;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.kit.merge.MergedIds;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The waitlist, for the whole brand. */
@Repository
public class WaitlistEntries implements Indexes {

    private static final String STATUS = "status";
    private static final String CLINICS = WaitlistEntry.STORED_PREFERENCES + ".clinicIds";
    private static final String CLIENT = "clientId";
    private static final String HOLDS = "offers.appointmentId";
    private static final String TAKEN_IN = "taken.clinicId";
    private static final String TAKEN_AT = "taken.at";

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;

    WaitlistEntries(MongoTemplate mongo, MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
    }

    public WaitlistEntry require(WaitlistEntryId id) {
        WaitlistEntry entry = mongo.findById(id, WaitlistEntry.class);
        if (entry == null) {
            throw Refusal.notFound();
        }
        return entry;
    }

    /** Those who wait for a clinic, the longest first. */
    public List<WaitlistEntry> waitingFor(ClinicId clinic, @Nullable WaitlistEntryId after, int most) {
        Criteria criteria = waiting().and(CLINICS).is(clinic);
        if (after != null) {
            criteria = criteria.and("_id").gt(after);
        }
        return mongo.find(Query.query(criteria).with(Sort.by("_id")).limit(most), WaitlistEntry.class);
    }

    public List<WaitlistEntry> waiting(ClientId client) {
        return mongo.find(
                Query.query(new Criteria().andOperator(waiting(), mergedClients.in(CLIENT, client))),
                WaitlistEntry.class);
    }

    /** Newest first. */
    List<WaitlistEntry> of(ClientId client, @Nullable WaitlistEntryId before, int most) {
        Criteria criteria = mergedClients.in(CLIENT, client);
        if (before != null) {
            criteria = criteria.and("_id").lt(before);
        }
        return mongo.find(
                Query.query(criteria).with(Sort.by("_id").descending()).limit(most), WaitlistEntry.class);
    }

    /** Those with an offer of this hold, whatever became of it. */
    public List<WaitlistEntry> sharing(AppointmentId hold) {
        return mongo.find(Query.query(Criteria.where(HOLDS).is(hold)), WaitlistEntry.class);
    }

    /** Those who got a slot of the clinic since an instant. */
    List<WaitlistEntry> takenIn(ClinicId clinic, Instant since, int most) {
        return mongo.find(
                Query.query(Criteria.where(TAKEN_IN).is(clinic).and(TAKEN_AT).gte(since))
                        .limit(most),
                WaitlistEntry.class);
    }

    private static Criteria waiting() {
        return Criteria.where(STATUS).is(WaitlistEntry.Status.WAITING);
    }

    @Override
    public void ensure(MongoDatabase database) {
        MongoCollection<Document> entries = database.getCollection(WaitlistEntry.COLLECTION);
        Document waiting = new Document(STATUS, WaitlistEntry.Status.WAITING.name());
        entries.createIndex(ascending(CLINICS, "_id"), new IndexOptions().partialFilterExpression(waiting));
        entries.createIndex(ascending(CLIENT, "_id"));
        entries.createIndex(ascending(HOLDS));
        entries.createIndex(
                ascending(TAKEN_IN, TAKEN_AT),
                new IndexOptions().partialFilterExpression(new Document(TAKEN_AT, new Document("$exists", true))));
    }
}
