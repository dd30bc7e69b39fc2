package io.hairline.benchmarks;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.hairline.contracts.ClinicId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;

/** The sums behind head office's dashboards, by the bare driver. */
final class DashboardSums implements AutoCloseable {

    private final MongoClient mongo;
    private final String database;

    DashboardSums(BenchmarkEnvironment lab) {
        ConnectionString uri = new ConnectionString(lab.mongoUri(HeadOfficeProcess.SERVICE));
        this.mongo = MongoClients.create(uri);
        this.database = Objects.requireNonNull(uri.getDatabase());
    }

    MongoCollection<Document> collection(String name) {
        return mongo.getDatabase(database).getCollection(name);
    }

    private MongoCollection<Document> sums() {
        return collection("dashboard_cells");
    }

    /** All bookings in the sums, by a scan. */
    long bookings() {
        Document total = sums().aggregate(List.of(new Document(
                        "$group",
                        new Document("_id", null).append("bookings", new Document("$sum", "$sums.BOOKINGS")))))
                .first();
        return total == null
                ? 0
                : Objects.requireNonNull(total.get("bookings", Number.class)).longValue();
    }

    /** Reads the days of some clinics, and answers how many there are. */
    int days(List<ClinicId> clinics, LocalDate from, LocalDate to) {
        return sums().find(Filters.and(
                        Filters.in(
                                "clinicId",
                                clinics.stream().map(ClinicId::value).toList()),
                        Filters.gte("day", from.toString()),
                        Filters.lte("day", to.toString())))
                .into(new ArrayList<>())
                .size();
    }

    @Override
    public void close() {
        mongo.close();
    }
}
