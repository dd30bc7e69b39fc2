package io.hairline.booking.diary;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DeviceId;
import io.hairline.contracts.Id;
import io.hairline.contracts.PractitionerId;
import io.hairline.kit.merge.MergedIds;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** Reads from the appointments what is taken, in one query however many practitioners and days are asked for. */
@Repository
public class Diary {

    /** The appointments' collection; an appointment has claims just as long as it takes time. */
    public static final String COLLECTION = "appointments";

    private static final String OCCUPIED = "occupied";
    private static final String HOLD_EXPIRES_AT = "holdExpiresAt";
    /** Its course gives a session's time back, with those of the others. */
    private static final String COURSE = "courseId";

    private static final int LATEST = 20;

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;
    private final Clock clock;

    Diary(MongoTemplate mongo, Clock clock, MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
        this.clock = clock;
    }

    /**
     * Everything that takes a chair of these clinics, one of these practitioners or this client; lapsed holds don't.
     *
     * @param moving is left out
     */
    public List<Occupancy> taken(
            Collection<ClinicId> clinics,
            Collection<PractitionerId> practitioners,
            @Nullable ClientId client,
            @Nullable AppointmentId moving,
            Instant from,
            Instant until) {
        List<Bson> whose = new ArrayList<>();
        whose.add(during("slot.clinicId", clinics, from, until));
        whose.add(during("slot.practitionerId", practitioners, from, until));
        if (client != null) {
            whose.add(during("clientId", mergedClients.all(client), from, until));
        }
        return inForce(or(whose), moving);
    }

    /**
     * What holds any of these claims; lapsed holds don't. It asks the unique index itself, which for a free place has nothing
     * to read.
     *
     * @param moving is left out, wherever it is by now
     */
    public List<Occupancy> inTheWayOf(Collection<String> claims, @Nullable AppointmentId moving) {
        return inForce(in("claims", claims), moving);
    }

    /** What this client has between two instants, wherever it is. */
    public List<Occupancy> busy(ClientId client, Instant from, Instant until) {
        return inForce(during("clientId", mergedClients.all(client), from, until), null);
    }

    /** The one that is moving is passed over here: asked for all ids but one, MongoDB may walk through every id there is. */
    private List<Occupancy> inForce(Bson wanted, @Nullable AppointmentId moving) {
        Instant now = clock.instant();
        return found(it -> it.find(wanted).projection(include(OCCUPIED, HOLD_EXPIRES_AT, COURSE))).stream()
                .filter(it -> moving == null || !moving.value().equals(it.getString("_id")))
                .filter(it -> it.getDate(HOLD_EXPIRES_AT) == null
                        || it.getString(COURSE) != null
                        || instant(it, HOLD_EXPIRES_AT).isAfter(now))
                .map(it -> occupied(it.get(OCCUPIED, Document.class)))
                .toList();
    }

    /** The practitioners of this client's latest appointments. */
    public Set<PractitionerId> practitionersOf(ClientId client) {
        return latestOf(client)
                .map(it -> new PractitionerId(it.getString("practitionerId")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The clinics of this client's latest appointments. */
    public Set<ClinicId> clinicsOf(ClientId client) {
        return latestOf(client)
                .map(it -> new ClinicId(it.getString("clinicId")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Clinics where this client has been: checked in there at least, not only booked. */
    public Set<ClinicId> attended(ClientId client) {
        return latestOf(client, "CHECKED_IN", "IN_CHAIR", "COMPLETED")
                .map(it -> new ClinicId(it.getString("clinicId")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** This client's latest appointments that took place or will. */
    public List<TreatmentDay> latestTreatments(ClientId client) {
        return latestOf(client)
                .map(it -> new TreatmentDay(
                        it.getString("serviceCode"),
                        LocalDate.ofInstant(instant(it, "startsAt"), ZoneId.of(it.getString("zone")))))
                .toList();
    }

    private Stream<Document> latestOf(ClientId client) {
        return latestOf(client, "CONFIRMED", "CHECKED_IN", "IN_CHAIR", "COMPLETED");
    }

    private Stream<Document> latestOf(ClientId client, String... statuses) {
        Bson theirs = and(in("clientId", mergedClients.stored(client)), in("status", statuses));
        return found(it -> it.find(theirs)
                        .projection(fields(
                                include(
                                        "slot.clinicId",
                                        "slot.practitionerId",
                                        "slot.serviceCode",
                                        "slot.startsAt",
                                        "slot.zone"),
                                excludeId()))
                        .sort(descending("_id"))
                        .limit(LATEST))
                .stream()
                .map(it -> it.get("slot", Document.class));
    }

    /** In the transaction, if one is open. */
    private List<Document> found(Function<MongoCollection<Document>, FindIterable<Document>> query) {
        return Objects.requireNonNull(
                mongo.execute(COLLECTION, it -> query.apply(it).into(new ArrayList<Document>())));
    }

    private static Bson during(String field, Collection<? extends Id> values, Instant from, Instant until) {
        return and(
                in(field, values.stream().map(Id::value).toList()),
                exists("claims"),
                gte("slot.startsAt", from),
                lt("slot.startsAt", until));
    }

    /** By hand, because a search reads hundreds of them; the general mapping took a sixth of a booking's time. */
    private static Occupancy occupied(Document it) {
        String client = it.getString("clientId");
        String device = it.getString("deviceId");
        return new Occupancy(
                new ChairId(it.getString("chairId")),
                new PractitionerId(it.getString("practitionerId")),
                client == null ? null : new ClientId(client),
                instant(it, "startsAt"),
                instant(it, "endsAt"),
                instant(it, "chairFrom"),
                instant(it, "chairUntil"),
                instant(it, "practitionerUntil"),
                device == null ? null : new DeviceId(device));
    }

    private static Instant instant(Document it, String field) {
        return it.getDate(field).toInstant();
    }
}
