package io.hairline.headoffice.dashboard.projection;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Where the clients' facts and the sums are stored: one read and two writes, however many facts come at once. */
@Repository
public class ClientFactsStore {

    static final int BATCH = 500;

    private final MongoTemplate mongo;

    ClientFactsStore(MongoTemplate mongo) {
        this.mongo = mongo;
        for (Class<?> kind : Fact.class.getPermittedSubclasses()) {
            mongo.getConverter().getMappingContext().getPersistentEntity(kind);
        }
    }

    /** Takes in what is new of this and moves the sums by what that changes; runs in a transaction. */
    public void tell(Map<ClientId, List<Fact>> told) {
        Map<ClientId, ClientFacts> before =
                mongo.find(Query.query(Criteria.where("_id").in(told.keySet())), ClientFacts.class).stream()
                        .collect(Collectors.toMap(ClientFacts::id, Function.identity()));
        BulkOperations bulk = mongo.bulkOps(BulkMode.UNORDERED, ClientFacts.class);
        DailyTotalsStore moved = new DailyTotalsStore();
        boolean any = false;
        for (Map.Entry<ClientId, List<Fact>> it : told.entrySet()) {
            ClientFacts client = before.getOrDefault(it.getKey(), ClientFacts.empty(it.getKey()));
            List<Fact> fresh = client.lacking(it.getValue());
            if (!fresh.isEmpty()) {
                any = true;
                List<Contribution> after = TotalsCalculator.contributions(client.with(fresh));
                bulk.upsert(
                        byId(client.id().value()),
                        new Update().set("places", places(after)).push("facts").each(fresh));
                moved.plus(TotalsCalculator.sum(after));
                moved.minus(TotalsCalculator.of(client));
            }
        }
        if (any) {
            bulk.execute();
        }
        move(moved);
    }

    /** The clinics' days on which a client counts, by which the client is found again. */
    static List<String> places(List<Contribution> contributions) {
        return contributions.stream()
                .map(it -> it.place().id())
                .distinct()
                .sorted()
                .toList();
    }

    /** Everything that was added to the sums of these clinics on one local day. */
    public List<Contribution> contributions(Collection<ClinicId> clinics, LocalDate day) {
        List<String> places = clinics.stream()
                .map(it -> new DailyTotalsStore.Place(it, day).id())
                .toList();
        return mongo.find(Query.query(Criteria.where("places").in(places)), ClientFacts.class).stream()
                .flatMap(it -> TotalsCalculator.contributions(it).stream())
                .filter(it -> it.day().equals(day) && clinics.contains(it.clinicId()))
                .toList();
    }

    void move(DailyTotalsStore moved) {
        if (moved.isEmpty()) {
            return;
        }
        BulkOperations bulk = mongo.bulkOps(BulkMode.UNORDERED, DailyTotals.class);
        moved.each((place, sums) -> {
            Update update =
                    new Update().setOnInsert("clinicId", place.clinicId()).setOnInsert("day", place.day());
            sums.forEach((key, amount) -> update.inc("sums." + key, amount));
            bulk.upsert(byId(place.id()), update);
        });
        bulk.execute();
    }

    /** The cells of these clinics' days, both ends included. */
    public List<DailyTotals> cells(Collection<ClinicId> clinics, LocalDate from, LocalDate until) {
        return mongo.find(
                Query.query(Criteria.where("clinicId")
                        .in(clinics)
                        .and("day")
                        .gte(from)
                        .lte(until)),
                DailyTotals.class);
    }

    /** The next batch of a walk through all documents of a kind. */
    static <T> List<T> after(MongoOperations mongo, Class<T> kind, String id) {
        return mongo.find(
                Query.query(Criteria.where("_id").gt(id)).with(Sort.by("_id")).limit(BATCH), kind);
    }

    private static Query byId(String id) {
        return Query.query(Criteria.where("_id").is(id));
    }
}
