package io.hairline.headoffice.compliance.retention;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.kit.Indexes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
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

    ChartRetention(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** An earlier session, or the same again, changes nothing. */
    public void treated(ClientId client, ClinicId clinic, Instant at) {
        if (mongo.exists(Query.query(Criteria.where("_id").is(client.value())), COLLECTION)) {
            return;
        }
        mongo.upsert(
                Query.query(Criteria.where("_id").is(client + "|" + clinic)),
                new Update()
                        .set(CLINIC, clinic.value())
                        .set(CLIENT, client.value())
                        .max(AT, at),
                COLLECTION);
    }

    /** What an erased client leaves is treatment's to remove in time; sessions that are told of after it are passed over. */
    public void erased(ClientId client) {
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
