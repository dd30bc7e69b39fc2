package io.hairline.headoffice.compliance.retention;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.kit.Indexes;
import io.hairline.kit.events.GatheredWrites;
import io.hairline.kit.events.Transactions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.aggregation.DateOperators;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Counts charts by the month in which their keeping time ends; nothing of a chart but the day of its last session is here. */
@Component
public class ChartRetention implements Indexes {

    static final String COLLECTION = "last_sessions";

    private static final String CLINIC = "clinicId";
    private static final String CLIENT = "clientId";
    private static final String AT = "lastAt";
    private static final String MONTH = "month";

    private final MongoTemplate mongo;
    private final GatheredWrites<Treated> sessions;

    ChartRetention(MongoTemplate mongo, Transactions transactions) {
        this.mongo = mongo;
        this.sessions = new GatheredWrites<>(transactions, this::addAll);
    }

    private record Treated(ClientId client, ClinicId clinic, Instant at) {}

    /** An earlier session, or the same again, changes nothing; written at the end of the transaction that is open. */
    public void treated(ClientId client, ClinicId clinic, Instant at) {
        sessions.add(new Treated(client, clinic, at));
    }

    private void addAll(List<Treated> all) {
        List<String> clients =
                all.stream().map(it -> it.client().value()).distinct().toList();
        Set<String> erased =
                mongo.find(Query.query(Criteria.where("_id").in(clients)), Document.class, COLLECTION).stream()
                        .map(it -> it.getString("_id"))
                        .collect(Collectors.toSet());
        List<Treated> kept =
                all.stream().filter(it -> !erased.contains(it.client().value())).toList();
        if (kept.isEmpty()) {
            return;
        }
        BulkOperations bulk = mongo.bulkOps(BulkMode.ORDERED, COLLECTION);
        kept.forEach(it -> bulk.upsert(
                Query.query(Criteria.where("_id").is(it.client() + "|" + it.clinic())),
                new Update()
                        .set(CLINIC, it.clinic().value())
                        .set(CLIENT, it.client().value())
                        .max(AT, it.at())));
        bulk.execute();
    }

    /** What an erased client leaves is treatment's to remove in time; sessions that are told of after it are passed over. */
    public void erased(ClientId client) {
        sessions.flush();
        mongo.remove(Query.query(Criteria.where(CLIENT).is(client.value())), COLLECTION);
        mongo.save(new Document("_id", client.value()), COLLECTION);
    }

    /**
     * How many charts may go, by the month in which their keeping time ends.
     *
     * @param years for how long they are kept
     * @param until the last day that is looked at
     */
    public Map<YearMonth, Long> due(ClinicId clinic, ZoneId zone, int years, LocalDate until) {
        Instant before = until.plusDays(1).minusYears(years).atStartOfDay(zone).toInstant();
        Aggregation byMonth = Aggregation.newAggregation(
                Aggregation.match(
                        Criteria.where(CLINIC).is(clinic.value()).and(AT).lt(before)),
                Aggregation.project()
                        .and(DateOperators.dateOf(AT)
                                .withTimezone(DateOperators.Timezone.valueOf(zone.getId()))
                                .toString("%Y-%m"))
                        .as(MONTH),
                Aggregation.group(MONTH).count().as("charts"));
        Map<YearMonth, Long> due = new TreeMap<>();
        mongo.aggregate(byMonth, COLLECTION, Document.class)
                .forEach(it -> due.merge(
                        YearMonth.parse(it.getString("_id")).plusYears(years),
                        it.get("charts", Number.class).longValue(),
                        Long::sum));
        return due;
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(COLLECTION).createIndex(ascending(CLINIC, AT));
        database.getCollection(COLLECTION).createIndex(ascending(CLIENT));
    }
}
