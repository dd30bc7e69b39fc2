package io.hairline.booking.appointment.conflict;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.TaskId;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.kit.merge.MergedIds;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class Tasks implements Indexes {

    private static final String STATUS = "status";
    private static final String CLIENT = "clientId";

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;

    Tasks(MongoTemplate mongo, MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
    }

    Task require(TaskId id) {
        Task task = mongo.findById(id, Task.class);
        if (task == null) {
            throw Refusal.notFound();
        }
        return task;
    }

    /** What ends with the appointment; a message that failed, or what is to be seen to after it, doesn't. */
    List<Task> openFor(AppointmentId appointment) {
        return mongo
                .find(
                        Query.query(Criteria.where("appointmentId")
                                .is(appointment)
                                .and(STATUS)
                                .is(Task.Status.OPEN)),
                        Task.class)
                .stream()
                .filter(it -> it.kind().endsWithTheVisit())
                .toList();
    }

    /** About the client, and not about one appointment's time. */
    List<Task> openFor(ClientId client) {
        return mongo.find(
                Query.query(mergedClients.in(CLIENT, client).and(STATUS).is(Task.Status.OPEN)), Task.class);
    }

    /** As {@link #openFor(ClientId)}, of one kind. */
    List<Task> openFor(ClientId client, Task.Kind kind) {
        return openFor(client).stream().filter(it -> it.kind() == kind).toList();
    }

    /** A clinic's, the oldest first. */
    List<Task> of(ClinicId clinic, Task.@Nullable Status status, @Nullable TaskId after, int most) {
        Criteria criteria = Criteria.where("clinicId").is(clinic);
        if (status != null) {
            criteria = criteria.and(STATUS).is(status);
        }
        if (after != null) {
            criteria = criteria.and("_id").gt(after);
        }
        return mongo.find(Query.query(criteria).with(Sort.by("_id")).limit(most), Task.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        MongoCollection<Document> tasks = database.getCollection(Task.COLLECTION);
        tasks.createIndex(ascending("clinicId", STATUS, "_id"));
        tasks.createIndex(ascending("clinicId", "_id"));
        tasks.createIndex(ascending("appointmentId", STATUS));
        tasks.createIndex(
                ascending(CLIENT, STATUS),
                new IndexOptions().partialFilterExpression(new Document(CLIENT, new Document("$exists", true))));
    }
}
