package io.hairline.headoffice.royalty.base;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RoyaltyStatementId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The entries, each once. */
@Repository
public class RoyaltyEntries {

    private final MongoTemplate mongo;

    RoyaltyEntries(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void add(RoyaltyEntry entry) {
        if (!mongo.exists(Query.query(Criteria.where("_id").is(entry.id())), RoyaltyEntry.class)) {
            mongo.insert(entry);
        }
    }

    /** What is left of a payment after refunds, in minor units. */
    long net(String subject) {
        return mongo
                .find(Query.query(Criteria.where("_id").regex("^" + Pattern.quote(subject + "."))), RoyaltyEntry.class)
                .stream()
                .mapToLong(RoyaltyEntry::netUnits)
                .sum();
    }

    /** Those up to a month, included, that no issued statement has. */
    public List<RoyaltyEntry> unbilled(ClinicId clinic, String upToMonth) {
        return mongo.find(
                Query.query(Criteria.where("clinicId")
                        .is(clinic.value())
                        .and("statementId")
                        .isNull()
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
