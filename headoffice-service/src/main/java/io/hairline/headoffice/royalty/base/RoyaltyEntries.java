package io.hairline.headoffice.royalty.base;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RoyaltyStatementId;
import io.hairline.kit.events.GatheredWrites;
import io.hairline.kit.events.Transactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.BasicUpdate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The entries, each once. */
@Repository
public class RoyaltyEntries {

    private final MongoTemplate mongo;
    private final GatheredWrites<RoyaltyEntry> added;

    RoyaltyEntries(MongoTemplate mongo, Transactions transactions) {
        this.mongo = mongo;
        this.added = new GatheredWrites<>(transactions, this::addAll);
    }

    /** Written at the end of the transaction that is open. */
    void add(RoyaltyEntry entry) {
        added.add(entry);
    }

    /** One that is known stays as it is. */
    private void addAll(List<RoyaltyEntry> entries) {
        BulkOperations bulk = mongo.bulkOps(BulkMode.ORDERED, RoyaltyEntry.COLLECTION);
        for (RoyaltyEntry it : entries) {
            Document fields = new Document();
            mongo.getConverter().write(it, fields);
            fields.remove("_id");
            bulk.upsert(
                    Query.query(Criteria.where("_id").is(it.id())),
                    new BasicUpdate(new Document("$setOnInsert", fields)));
        }
        bulk.execute();
    }

    /** What is left of a payment after refunds, in minor units. */
    long net(String subject) {
        added.flush();
        return mongo
                .find(Query.query(Criteria.where("_id").regex("^" + Pattern.quote(subject + "."))), RoyaltyEntry.class)
                .stream()
                .mapToLong(RoyaltyEntry::netUnits)
                .sum();
    }

    /**
     * Those up to a month, included, that no statement has or that one of these drafts has.
     *
     * @param drafts may have been issued since, where it is asked what was known before
     */
    public List<RoyaltyEntry> unbilled(ClinicId clinic, String upToMonth, Collection<RoyaltyStatementId> drafts) {
        List<@Nullable String> billedOn = new ArrayList<>();
        billedOn.add(null);
        drafts.forEach(it -> billedOn.add(it.value()));
        return mongo.find(
                Query.query(Criteria.where("clinicId")
                        .is(clinic.value())
                        .and("statementId")
                        .in(billedOn)
                        .and("month")
                        .lte(upToMonth)),
                RoyaltyEntry.class);
    }

    /** Those of these appointments for which clients paid something that they have not got back. */
    public Set<AppointmentId> paidFor(Set<AppointmentId> appointments) {
        Map<AppointmentId, Long> paid = new HashMap<>();
        mongo.find(
                        Query.query(Criteria.where("appointmentId")
                                .in(appointments.stream()
                                        .map(AppointmentId::value)
                                        .toList())),
                        RoyaltyEntry.class)
                .forEach(it -> paid.merge(Objects.requireNonNull(it.appointmentId()), it.netUnits(), Math::addExact));
        return paid.entrySet().stream()
                .filter(it -> it.getValue() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Runs in the transaction that issues the statement. */
    public void bill(Collection<RoyaltyEntry> entries, RoyaltyStatementId statement) {
        mongo.updateMulti(
                Query.query(Criteria.where("_id")
                        .in(entries.stream().map(RoyaltyEntry::id).toList())),
                new Update().set("statementId", statement.value()),
                RoyaltyEntry.class);
    }
}
