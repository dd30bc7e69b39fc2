package io.hairline.booking.diary;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.booking.Booked;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Reads from the appointments what is taken, in one query however many practitioners and days are asked for. */
@Repository
public class Diary {

    /** The appointments' collection; an appointment has claims just as long as it takes time. */
    public static final String COLLECTION = "appointments";

    private static final int LATEST = 20;

    private final MongoTemplate mongo;
    private final Clock clock;

    Diary(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    private record Line(Occupied occupied, @Nullable Instant holdExpiresAt) {}

    private record Where(Booked slot) {}

    /**
     * Everything that takes a chair of these clinics, one of these practitioners or this client; lapsed holds don't.
     *
     * @param moving is in nobody's way, wherever it is by now
     */
    public List<Occupied> taken(
            Collection<ClinicId> clinics,
            Collection<PractitionerId> practitioners,
            @Nullable ClientId client,
            Instant from,
            Instant until,
            @Nullable AppointmentId moving) {
        List<Criteria> whose = new ArrayList<>();
        whose.add(during("slot.clinicId", clinics, from, until));
        whose.add(during("slot.practitionerId", practitioners, from, until));
        if (client != null) {
            whose.add(during("clientId", List.of(client), from, until));
        }
        Criteria any = new Criteria().orOperator(whose);
        return inForce(moving == null ? any : any.and("_id").ne(moving));
    }

    /** What this client has between two instants, wherever it is. */
    public List<Occupied> busy(ClientId client, Instant from, Instant until) {
        return inForce(during("clientId", List.of(client), from, until));
    }

    private List<Occupied> inForce(Criteria criteria) {
        Query query = Query.query(criteria);
        query.fields().include("occupied", "holdExpiresAt").exclude("_id");
        Instant now = clock.instant();
        return mongo.find(query, Line.class, COLLECTION).stream()
                .filter(it -> it.holdExpiresAt() == null || it.holdExpiresAt().isAfter(now))
                .map(Line::occupied)
                .toList();
    }

    /** Who had or has this client, by her latest appointments. */
    public Set<PractitionerId> practitionersOf(ClientId client) {
        Query query = latestOf(client);
        query.fields().include("occupied").exclude("_id");
        return mongo.find(query, Line.class, COLLECTION).stream()
                .map(it -> it.occupied().practitionerId())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Where this client was or will be, by her latest appointments. */
    public Set<ClinicId> clinicsOf(ClientId client) {
        Query query = latestOf(client);
        query.fields().include("slot").exclude("_id");
        return mongo.find(query, Where.class, COLLECTION).stream()
                .map(it -> it.slot().clinicId())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Query latestOf(ClientId client) {
        return Query.query(Criteria.where("clientId")
                        .is(client)
                        .and("status")
                        .in("CONFIRMED", "CHECKED_IN", "IN_CHAIR", "COMPLETED"))
                .with(Sort.by("_id").descending())
                .limit(LATEST);
    }

    private static Criteria during(String field, Collection<?> values, Instant from, Instant until) {
        return Criteria.where(field)
                .in(values)
                .and("claims")
                .exists(true)
                .and("slot.startsAt")
                .gte(from)
                .lt(until);
    }
}
