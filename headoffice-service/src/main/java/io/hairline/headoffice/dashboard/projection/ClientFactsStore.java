package io.hairline.headoffice.dashboard.projection;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * Where the clients' facts and the sums are stored: one read and two writes, however many facts come at once. The writes name no
 * class: Spring Data would look for a property of each sum's name and make an exception, with its stack, for every one.
 */
@Repository
public class ClientFactsStore {

    private static final int BATCH = 500;

    private final MongoTemplate mongo;
    private final Generations generations;

    ClientFactsStore(MongoTemplate mongo, Generations generations) {
        this.mongo = mongo;
        this.generations = generations;
        for (Class<?> kind : Fact.class.getPermittedSubclasses()) {
            mongo.getConverter().getMappingContext().getPersistentEntity(kind);
        }
    }

    /** Takes in what is new of this and moves the sums by what that changes; runs in a transaction. */
    public void add(Map<ClientId, List<Fact>> told) {
        generations.written().forEach(it -> add(told, it));
    }

    /** The same in one generation alone, which is being rebuilt. */
    public void add(Map<ClientId, List<Fact>> told, Generation into) {
        Map<ClientId, ClientFacts> before =
                mongo
                        .find(Query.query(Criteria.where("_id").in(told.keySet())), ClientFacts.class, into.clients())
                        .stream()
                        .collect(Collectors.toMap(ClientFacts::id, Function.identity()));
        BulkOperations bulk = mongo.bulkOps(BulkMode.UNORDERED, into.clients());
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
        move(moved, into);
    }

    /** The clinics' days on which a client counts, by which the client is found again. */
    static List<String> places(List<Contribution> contributions) {
        return contributions.stream()
                .map(it -> it.place().id())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Everything that was added to the sums of these clinics on one local day.
     *
     * @param resource the practitioner or the chair whose sums are meant; null for the clinics' own
     */
    public List<Contribution> contributions(Collection<ClinicId> clinics, LocalDate day, @Nullable String resource) {
        List<String> places = clinics.stream()
                .map(it -> new DailyTotalsStore.Place(it, day).id())
                .toList();
        Query those = Query.query(Criteria.where("places").in(places));
        return mongo.find(those, ClientFacts.class, generations.serving().clients()).stream()
                .flatMap(it -> TotalsCalculator.contributions(it).stream())
                .filter(it -> it.day().equals(day)
                        && Objects.equals(it.resource(), resource)
                        && clinics.contains(it.clinicId()))
                .toList();
    }

    void move(DailyTotalsStore moved, Generation in) {
        Map<String, BulkOperations> bulks = new TreeMap<>();
        moved.each((place, sums) -> {
            Update update =
                    new Update().setOnInsert("clinicId", place.clinicId()).setOnInsert("day", place.day());
            sums.forEach((key, amount) -> update.inc("sums." + key, amount));
            bulks.computeIfAbsent(in.cells(place.ofResources()), it -> mongo.bulkOps(BulkMode.UNORDERED, it))
                    .upsert(byId(place.id()), update);
        });
        bulks.values().forEach(BulkOperations::execute);
    }

    /** The cells of these clinics' days, both ends included. */
    public List<DailyTotals> cells(Collection<ClinicId> clinics, LocalDate from, LocalDate until) {
        return cells(clinics, from, until, false);
    }

    /** The sums of one clinic's practitioners and chairs by day, both ends included. */
    public List<DailyTotals> ofResources(ClinicId clinic, LocalDate from, LocalDate until) {
        return cells(List.of(clinic), from, until, true);
    }

    private List<DailyTotals> cells(
            Collection<ClinicId> clinics, LocalDate from, LocalDate until, boolean ofResources) {
        Criteria those =
                Criteria.where("clinicId").in(clinics).and("day").gte(from).lte(until);
        List<DailyTotals> cells = new ArrayList<>();
        mongo.executeQuery(Query.query(those), generations.serving().cells(ofResources), it -> cells.add(read(it)));
        return cells;
    }

    /** A region's month has thousands of sums, of which Spring Data would map each by itself. */
    private static DailyTotals read(Document stored) {
        Map<String, Long> sums = new HashMap<>();
        stored.get("sums", Document.class).forEach((key, amount) -> sums.put(key, ((Number) amount).longValue()));
        return new DailyTotals(
                stored.getString("_id"),
                new ClinicId(stored.getString("clinicId")),
                LocalDate.parse(stored.getString("day")),
                sums);
    }

    /** All who count in some sum of a clinic, one by one; to be closed. */
    static Stream<ClientFacts> clientsOf(MongoOperations mongo, Generation in, ClinicId clinic) {
        Criteria ofClinic = new Criteria().gte(clinic + "|").lt(clinic.value() + (char) ('|' + 1));
        return mongo.stream(
                Query.query(Criteria.where("places").elemMatch(ofClinic)).cursorBatchSize(BATCH),
                ClientFacts.class,
                in.clients());
    }

    /** All sums of a clinic, one day after the other; to be closed. */
    static Stream<DailyTotals> cellsOf(MongoOperations mongo, Generation in, ClinicId clinic, boolean ofResources) {
        return mongo.stream(
                Query.query(Criteria.where("clinicId").is(clinic)).cursorBatchSize(BATCH),
                DailyTotals.class,
                in.cells(ofResources));
    }

    /** Those that have sums. */
    List<ClinicId> clinics(Generation in) {
        return Stream.of(false, true)
                .flatMap(it ->
                        mongo
                                .findDistinct(new Query(), "clinicId", in.cells(it), DailyTotals.class, String.class)
                                .stream())
                .distinct()
                .map(ClinicId::new)
                .toList();
    }

    private static Query byId(String id) {
        return Query.query(Criteria.where("_id").is(id));
    }
}
