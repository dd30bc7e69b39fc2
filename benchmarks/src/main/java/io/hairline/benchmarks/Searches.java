package io.hairline.benchmarks;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Searches for free times as booking's pages make them, and beside them the read of the diary that each of them needs, by the
 * driver alone at the same pace.
 *
 * <p>The diary that is searched begins a hundred days ahead, where no other figure books: a month in which three of five places
 * are taken. From two hundred days ahead one clinic is full for 89 days.
 */
final class Searches implements AutoCloseable {

    static final int FIRST_CLINIC = 0;
    static final int FULL_CLINIC = BenchmarkNetwork.CLINICS - 1;

    static final int SEARCHED = 100;
    static final int MONTH = 31;
    static final int FULL = 200;
    static final int FULL_DAYS = 89;

    private static final int MOST = 200;
    private static final int BOOKED_AT_ONCE = 8;

    private final BenchmarkEnvironment lab;
    private final MongoClient mongo;
    private final MongoCollection<Document> appointments;
    private final MongoCollection<Document> clinics;

    Searches(BenchmarkEnvironment lab) {
        this.lab = lab;
        ConnectionString uri = new ConnectionString(lab.mongoUri());
        this.mongo = MongoClients.create(uri);
        String database = Objects.requireNonNull(uri.getDatabase());
        this.appointments = mongo.getDatabase(database).getCollection("appointments");
        this.clinics = mongo.getDatabase(database).getCollection("clinics");
    }

    /** So many completed appointments, in a brand of ten thousand clinics. */
    void withPast(int count) throws Exception {
        if (clinics.countDocuments() < BenchmarkNetwork.MANY_CLINICS) {
            lab.say("opening clinics up to " + BenchmarkNetwork.MANY_CLINICS + " …");
            lab.openManyClinics();
            while (clinics.countDocuments() < BenchmarkNetwork.MANY_CLINICS) {
                Thread.sleep(Duration.ofMillis(200));
            }
        }
        lab.say("writing past appointments up to " + count + " …");
        new PastAppointments(appointments, lab.world().day(-3)).fillUpTo(count);
    }

    /** Books three of five places of some days in these clinics, or all of them. */
    void book(int firstClinic, int endClinic, int day, int days, boolean all) {
        lab.say("booking the diary that is searched …");
        Semaphore places = new Semaphore(BOOKED_AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int place : lab.world().places(day, days)) {
                int clinic = place % BenchmarkNetwork.PRACTITIONERS % BenchmarkNetwork.CLINICS;
                boolean wanted = all || (place / BenchmarkNetwork.PRACTITIONERS + place) % 5 < 3;
                if (clinic >= firstClinic && clinic < endClinic && wanted) {
                    places.acquireUninterruptibly();
                    threads.execute(() -> {
                        lab.book(place);
                        places.release();
                    });
                }
            }
        }
    }

    /** What is asked: {@code where} is a parameter of the search, from a day on. */
    String query(String where, int day, int days, int most) {
        LocalDate from = LocalDate.ofInstant(lab.world().day(day), ZoneOffset.UTC);
        return "/api/v1/availability?serviceCode=" + BenchmarkNetwork.SERVICE + "&" + where + "&from=" + from + "&to="
                + from.plusDays(days - 1L) + "&limit=" + most;
    }

    String month() {
        return query("clinicId=" + BenchmarkNetwork.clinic(FIRST_CLINIC), SEARCHED, MONTH, MOST);
    }

    /** The same search again and again at a steady pace. */
    Timings paced(double perSecond, Duration length, String query) {
        return OpenLoop.paced(perSecond, length, _ -> lab.api().read(query).status());
    }

    /** The reads of the diary that such a search needs, at the same pace. */
    Timings bare(double perSecond, Duration length, int firstClinic, int endClinic, int day, int days) {
        Date from = Date.from(lab.world().day(day));
        Date until = Date.from(lab.world().day(day + days));
        List<String> inThem = IntStream.range(firstClinic, endClinic)
                .mapToObj(it -> BenchmarkNetwork.clinic(it).value())
                .toList();
        List<String> byThem = IntStream.range(0, BenchmarkNetwork.PRACTITIONERS)
                .filter(it -> it % BenchmarkNetwork.CLINICS >= firstClinic && it % BenchmarkNetwork.CLINICS < endClinic)
                .mapToObj(it -> BenchmarkNetwork.practitioner(it).value())
                .toList();
        Bson taken =
                or(during("slot.clinicId", inThem, from, until), during("slot.practitionerId", byThem, from, until));
        return OpenLoop.paced(perSecond, length, _ -> {
            List<Document> read =
                    appointments.find(taken).projection(include("occupied")).into(new ArrayList<>());
            return read.isEmpty() ? 404 : 200;
        });
    }

    private static Bson during(String field, List<String> values, Date from, Date until) {
        return and(in(field, values), exists("claims"), gte("slot.startsAt", from), lt("slot.startsAt", until));
    }

    @Override
    public void close() {
        mongo.close();
    }
}
