package io.hairline.treatment.touchup;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.TouchUpId;
import io.hairline.kit.Indexes;
import io.hairline.kit.merge.MergedIds;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The touch-ups of all clients. */
@Repository
class TouchUps implements Indexes {

    private static final String CLIENT = "clientId";
    private static final String CLINIC = "clinicId";
    private static final String BOOKED_CLINIC = "bookedClinicId";
    private static final String STATUS = "status";
    private static final String DUE = "due";
    private static final String APPOINTMENT = "appointmentId";

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;

    TouchUps(MongoTemplate mongo, MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
    }

    Optional<TouchUp> find(TouchUpId id) {
        return Optional.ofNullable(mongo.findById(id, TouchUp.class));
    }

    /** Soonest first. */
    List<TouchUp> of(ClientId client) {
        return mongo.find(Query.query(mergedClients.in(CLIENT, client)).with(Sort.by(DUE, "_id")), TouchUp.class);
    }

    Optional<TouchUp> findBookedIn(AppointmentId appointment) {
        return Optional.ofNullable(
                mongo.findOne(Query.query(Criteria.where(APPOINTMENT).is(appointment)), TouchUp.class));
    }

    /** A place in a worklist. */
    record Position(LocalDate due, TouchUpId id) {

        private static final String BETWEEN = "/";

        static Position of(TouchUp it) {
            return new Position(it.due(), it.id());
        }

        /** What {@link #toString} wrote. */
        static Position parse(String text) {
            String[] parts = text.split(BETWEEN, 2);
            try {
                return new Position(LocalDate.parse(parts[0]), new TouchUpId(parts.length < 2 ? "" : parts[1]));
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("no place in a worklist", e);
            }
        }

        @Override
        public String toString() {
            return due + BETWEEN + id.value();
        }
    }

    /**
     * Soonest first; of those whom this clinic treated last, or who come here next.
     *
     * @param states only those in one of them; none for all
     */
    List<TouchUp> seenBy(ClinicId clinic, Set<TouchUpStatus> states, @Nullable Position after, int most) {
        Criteria all = new Criteria()
                .orOperator(within(CLINIC, clinic, states, after), within(BOOKED_CLINIC, clinic, states, after));
        return mongo.find(Query.query(all).with(Sort.by(DUE, "_id")).limit(most), TouchUp.class);
    }

    private static Criteria within(String field, ClinicId clinic, Set<TouchUpStatus> states, @Nullable Position after) {
        Criteria here = Criteria.where(field).is(clinic);
        if (!states.isEmpty()) {
            here = here.and(STATUS).in(states);
        }
        return after == null
                ? here
                : here.orOperator(
                        Criteria.where(DUE).gt(after.due()),
                        Criteria.where(DUE).is(after.due()).and("_id").gt(after.id()));
    }

    @Override
    public void ensure(MongoDatabase database) {
        var touchUps = database.getCollection("touch_ups");
        touchUps.createIndex(ascending(CLIENT, DUE, "_id"));
        touchUps.createIndex(ascending(APPOINTMENT));
        for (String clinic : List.of(CLINIC, BOOKED_CLINIC)) {
            touchUps.createIndex(ascending(clinic, DUE, "_id"));
            touchUps.createIndex(ascending(clinic, STATUS, DUE, "_id"));
        }
    }
}
