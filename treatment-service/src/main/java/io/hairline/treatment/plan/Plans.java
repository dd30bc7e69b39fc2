package io.hairline.treatment.plan;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.PlanId;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.kit.merge.MergedIds;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The plans of all clients. */
@Repository
public class Plans implements Indexes {

    private static final String CLIENT = "clientId";

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;

    Plans(MongoTemplate mongo, MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
    }

    public Optional<Plan> find(PlanId id) {
        return Optional.ofNullable(mongo.findById(id, Plan.class));
    }

    public Plan require(PlanId id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    /** Latest first. */
    public List<Plan> of(ClientId client) {
        return mongo.find(
                Query.query(mergedClients.in(CLIENT, client))
                        .with(Sort.by("_id").descending()),
                Plan.class);
    }

    /** A proposal that turned out wrong is put right by another one of its kind; those of two kinds are a choice. */
    PlanStatus statusOf(Plan plan) {
        return plan.status() == PlanStatus.PROPOSED && isSuperseded(plan) ? PlanStatus.SUPERSEDED : plan.status();
    }

    private boolean isSuperseded(Plan plan) {
        return mongo.exists(
                Query.query(mergedClients
                        .in(CLIENT, plan.clientId())
                        .and("consultationAppointmentId")
                        .is(plan.consultationAppointmentId())
                        .and("kind")
                        .is(plan.kind())
                        .and("_id")
                        .gt(plan.id())),
                Plan.class);
    }

    /** The one that the client is treated under: accepted, and not all of it done. */
    public Optional<Plan> inForce(ClientId client) {
        return of(client).stream()
                .filter(it -> it.status() == PlanStatus.ACCEPTED)
                .findFirst();
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("plans").createIndex(ascending(CLIENT, "_id"));
    }
}
