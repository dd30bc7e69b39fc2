package io.hairline.headoffice.compliance.guest;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.kit.Indexes;
import io.hairline.kit.events.GatheredWrites;
import io.hairline.kit.events.Transactions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.BasicUpdate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The local days on which practitioners treated, by jurisdiction. */
@Component
public class WorkedDays implements Indexes {

    private static final String COLLECTION = "worked_days";
    private static final String PRACTITIONER = "practitionerId";
    private static final String JURISDICTION = "jurisdiction";
    private static final String DAY = "day";

    private final MongoTemplate mongo;
    private final ClinicDirectory clinics;
    private final GatheredWrites<Document> worked;

    WorkedDays(MongoTemplate mongo, ClinicDirectory clinics, Transactions transactions) {
        this.mongo = mongo;
        this.clinics = clinics;
        this.worked = new GatheredWrites<>(transactions, this::addAll);
    }

    /** A practitioner in a jurisdiction. */
    public record Guest(PractitionerId practitionerId, String jurisdiction) {}

    /** The same day again changes nothing; written at the end of the transaction that is open. */
    public void treated(PractitionerId practitioner, ClinicId clinic, Instant at) {
        clinics.jurisdictionOf(clinic).ifPresent(jurisdiction -> {
            String day = clinics.dayIn(clinic, at).toString();
            worked.add(new Document("_id", practitioner + "|" + jurisdiction + "|" + day)
                    .append(PRACTITIONER, practitioner.value())
                    .append(JURISDICTION, jurisdiction)
                    .append(DAY, day));
        });
    }

    private void addAll(List<Document> days) {
        BulkOperations bulk = mongo.bulkOps(BulkMode.ORDERED, COLLECTION);
        days.forEach(it -> bulk.upsert(
                Query.query(Criteria.where("_id").is(it.getString("_id"))),
                new BasicUpdate(new Document("$setOnInsert", it))));
        bulk.execute();
    }

    /** Those of these people from a day on. */
    public Map<Guest, Set<LocalDate>> since(Collection<PractitionerId> people, LocalDate from) {
        List<String> ids = people.stream().map(PractitionerId::value).toList();
        Map<Guest, Set<LocalDate>> days = new HashMap<>();
        mongo.find(
                        Query.query(
                                Criteria.where(PRACTITIONER).in(ids).and(DAY).gte(from.toString())),
                        Document.class,
                        COLLECTION)
                .forEach(it -> days.computeIfAbsent(
                                new Guest(new PractitionerId(it.getString(PRACTITIONER)), it.getString(JURISDICTION)),
                                _ -> new HashSet<>())
                        .add(LocalDate.parse(it.getString(DAY))));
        return days;
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(COLLECTION).createIndex(ascending(PRACTITIONER, DAY));
    }
}
