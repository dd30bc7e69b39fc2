package io.hairline.headoffice;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.kit.Indexes;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What every query of head office is answered from, one line per collection. */
@Component
class HeadOfficeIndexes implements Indexes {

    /** No two documents of a collection have the same. */
    private static final Map<String, String> UNIQUE = Map.of(
            "regions", "code",
            "owners", "code",
            "clinics", "code",
            "services", "code",
            "policies", "scope",
            "alert_rules", "scope",
            "royalty_agreements", "clinicId",
            "persons", "login");

    private static final Map<String, List<List<String>>> OTHERS = Map.of(
            "clinics", List.of(List.of("regionId", "code"), List.of("tenures.regionId")),
            "practitioners", List.of(List.of("rotas.clinicId", "_id"), List.of("requests", "_id")),
            "former_rotas", List.of(List.of("rota.clinicId", "until")),
            "licences", List.of(List.of("practitionerId", "_id")),
            "trainings", List.of(List.of("practitionerId", "_id")),
            "persons",
                    List.of(
                            List.of("assignments.clinicId", "login"),
                            List.of("assignments.role"),
                            List.of("enrolledIn", "login")),
            "royalty_entries", List.of(List.of("clinicId", "statementId", "month"), List.of("appointmentId")),
            "royalty_lines", List.of(List.of("statementId", "_id")),
            "royalty_statements", List.of(List.of("month", "_id"), List.of("clinicId", "month", "_id")));

    @Override
    public void ensure(MongoDatabase database) {
        UNIQUE.forEach((collection, field) ->
                database.getCollection(collection).createIndex(ascending(field), new IndexOptions().unique(true)));
        database.getCollection("royalty_statements")
                .createIndex(ascending("clinicId", "month"), new IndexOptions().unique(true));
        database.getCollection("alert_rules").createIndex(ascending("active", "scope"));
        database.getCollection("settlement_entries").createIndex(ascending("month"));
        database.getCollection("settlement_touch_ups").createIndex(ascending("month"));
        database.getCollection("settlement_paid_work").createIndex(ascending("elsewhere", "months"));
        OTHERS.forEach((collection, indexes) ->
                indexes.forEach(it -> database.getCollection(collection).createIndex(ascending(it))));
    }
}
