package io.hairline.booking.pastappointment;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.booking.client.Client;
import io.hairline.booking.client.ClientFollowUp;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.PastAppointmentId;
import io.hairline.kit.Indexes;
import io.hairline.kit.merge.MergedIds;
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

/** The records by client; an erased client's are removed. */
@Repository
class PastAppointments implements Indexes, ClientFollowUp {

    private static final String CLIENT = "clientId";
    private static final String ID = "_id";

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;

    PastAppointments(MongoTemplate mongo, MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
    }

    /** Latest first: an id begins with the time of the start. */
    List<PastAppointment> of(ClientId client, @Nullable PastAppointmentId before, int most) {
        Criteria criteria = mergedClients.in(CLIENT, client);
        if (before != null) {
            criteria = criteria.and(ID).lt(before);
        }
        return mongo.find(Query.query(criteria).with(Sort.by(ID).descending()).limit(most), PastAppointment.class);
    }

    /** Those of them that are recorded. */
    Set<PastAppointmentId> recorded(Collection<PastAppointmentId> ids) {
        return mongo.find(Query.query(Criteria.where(ID).in(ids)), PastAppointment.class).stream()
                .map(PastAppointment::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Erased onErasure(Client client) {
        return Erased.of(
                "PAST_APPOINTMENTS",
                mongo.remove(Query.query(Criteria.where(CLIENT).is(client.id())), PastAppointment.class)
                        .getDeletedCount());
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(PastAppointment.COLLECTION).createIndex(ascending(CLIENT, ID));
    }
}
