package io.hairline.treatment.touchup;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.TouchUpId;
import io.hairline.kit.Indexes;
import io.hairline.kit.merge.MergedIds;
import java.util.List;
import java.util.Optional;
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
        return mongo.find(Query.query(mergedClients.in(CLIENT, client)).with(Sort.by("due", "_id")), TouchUp.class);
    }

    Optional<TouchUp> findBookedIn(AppointmentId appointment) {
        return Optional.ofNullable(
                mongo.findOne(Query.query(Criteria.where(APPOINTMENT).is(appointment)), TouchUp.class));
    }

    /** In the order they came to be; of those whom this clinic treated last, or who come here next. */
    List<TouchUp> seenBy(ClinicId clinic, @Nullable TouchUpStatus status, @Nullable TouchUpId after, int most) {
        Criteria all = new Criteria()
                .orOperator(within(CLINIC, clinic, status, after), within(BOOKED_CLINIC, clinic, status, after));
        return mongo.find(Query.query(all).with(Sort.by("_id")).limit(most), TouchUp.class);
    }

    private static Criteria within(
            String field, ClinicId clinic, @Nullable TouchUpStatus status, @Nullable TouchUpId after) {
        Criteria here = Criteria.where(field).is(clinic);
        if (status != null) {
            here = here.and(STATUS).is(status);
        }
        return after == null ? here : here.and("_id").gt(after);
    }

    @Override
    public void ensure(MongoDatabase database) {
        var touchUps = database.getCollection("touch_ups");
        touchUps.createIndex(ascending(CLIENT, "due", "_id"));
        touchUps.createIndex(ascending(APPOINTMENT));
        for (String clinic : List.of(CLINIC, BOOKED_CLINIC)) {
            touchUps.createIndex(ascending(clinic, "_id"));
            touchUps.createIndex(ascending(clinic, STATUS, "_id"));
        }
    }
}
