package io.hairline.benchmarks;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.hairline.contracts.ClinicId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
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

    /**
     * Gives each clinic sums for each of the days up to today, as years of events leave them, where there are none yet: those of
     * its own day with the most kinds of sums.
     */
    void fill(List<ClinicId> clinics, int days) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (ClinicId clinic : clinics) {
            Map<String, Document> known = new HashMap<>();
            sums().find(Filters.eq("clinicId", clinic.value())).forEach(it -> known.put(it.getString("day"), it));
            known.values().stream()
                    .max(Comparator.comparingInt(
                            it -> it.get("sums", Document.class).size()))
                    .ifPresent(fullest -> sums().insertMany(IntStream.range(0, days)
                            .mapToObj(it -> today.minusDays(it).toString())
                            .filter(it -> !known.containsKey(it))
                            .map(it -> new Document(fullest)
                                    .append("_id", clinic.value() + "|" + it)
                                    .append("day", it))
                            .toList()));
        }
    }

    long clinicDays() {
        return sums().countDocuments();
    }

    @Override
    public void close() {
        mongo.close();
    }
}
