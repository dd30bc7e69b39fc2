package io.hairline.benchmarks;

import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * Completed appointments of earlier years, written by the driver: the first hundred thousand in one clinic, then every second one
 * in that clinic and the others all over the brand.
 */
final class PastAppointments {

    private static final int OF_ONE_CLINIC = 100_000;
    private static final int AT_ONCE = 5_000;
    /** All of them begin with this; what the service makes itself has a later one. */
    private static final String ID = "apt_";

    private static final Duration APART = Duration.ofMinutes(25);

    private final MongoCollection<Document> appointments;
    private final Instant latest;

    /** @param latest all of them are before it */
    PastAppointments(MongoCollection<Document> appointments, Instant latest) {
        this.appointments = appointments;
        this.latest = latest;
    }

    /** Writes as many as are missing. */
    void fillUpTo(int count) {
        for (int first = present(); first < count; first += AT_ONCE) {
            appointments.insertMany(
                    IntStream.range(first, Math.min(count, first + AT_ONCE))
                            .mapToObj(this::appointment)
                            .toList(),
                    new InsertManyOptions().ordered(false));
        }
    }

    private int present() {
        Document last = appointments
                .find(lt("_id", ID + BenchmarkNetwork.ulid(Integer.MAX_VALUE)))
                .sort(descending("_id"))
                .first();
        return last == null ? 0 : 1 + Integer.parseInt(last.getString("_id").substring(ID.length() + 3));
    }

    private Document appointment(int number) {
        boolean ofTheOne = number < OF_ONE_CLINIC || number % 2 == 0;
        int clinic = ofTheOne ? 0 : 1 + number / 2 % (BenchmarkNetwork.MANY_CLINICS - 1);
        int practitioner = ofTheOne ? number % 10 * BenchmarkNetwork.CLINICS : clinic % BenchmarkNetwork.PRACTITIONERS;
        Instant startsAt = latest.minus(APART.multipliedBy(number % 500_000));
        Instant endsAt = startsAt.plus(Duration.ofMinutes(BenchmarkNetwork.MINUTES));
        String client = "cli_" + BenchmarkNetwork.ulid(number / 4);
        Document occupied = new Document("chairId", "chr_" + BenchmarkNetwork.ulid(practitioner))
                .append("practitionerId", "prc_" + BenchmarkNetwork.ulid(practitioner))
                .append("clientId", client)
                .append("startsAt", Date.from(startsAt))
                .append("endsAt", Date.from(endsAt))
                .append("chairFrom", Date.from(startsAt))
                .append("chairUntil", Date.from(endsAt))
                .append("practitionerUntil", Date.from(endsAt));
        Document slot = new Document("clinicId", BenchmarkNetwork.clinic(clinic).value())
                .append("practitionerId", occupied.getString("practitionerId"))
                .append("chairId", occupied.getString("chairId"))
                .append("serviceCode", BenchmarkNetwork.SERVICE)
                .append("startsAt", Date.from(startsAt))
                .append("endsAt", Date.from(endsAt))
                .append("localStart", Date.from(startsAt))
                .append("zone", ZoneOffset.UTC.getId());
        return new Document("_id", ID + BenchmarkNetwork.ulid(number))
                .append("version", 4L)
                .append("schema", 1)
                .append("status", "COMPLETED")
                .append("clientId", client)
                .append("slot", slot)
                .append("occupied", occupied)
                .append("madeBy", BenchmarkNetwork.HEAD_OFFICE.value())
                .append(
                        "policy",
                        new Document("leadTimeMinutes", 60)
                                .append("horizonDays", 400)
                                .append("cancellation", List.of()))
                .append("doneAt", Date.from(startsAt));
    }
}
