package io.hairline.treatment.sharing;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.EmergencyAccessId;
import io.hairline.kit.Ids;
import io.hairline.kit.Indexes;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.merge.MergedIds;
import io.hairline.kit.security.Caller;
import io.hairline.treatment.chartaccess.AccessGrants;
import io.hairline.treatment.encryption.ChartEncryption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Opens charts in an emergency, each for the one person who gave the reason. */
@Service
class EmergencyAccesses implements AccessGrants, Indexes {

    private static final String CLIENT = "clientId";
    private static final String REASON = "reason";
    private static final String OPENED_BY = "openedBy";

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;
    private final EventLog eventLog;
    private final ChartEncryption encryption;
    private final Clock clock;

    EmergencyAccesses(
            MongoTemplate mongo, EventLog eventLog, ChartEncryption encryption, Clock clock, MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
        this.eventLog = eventLog;
        this.encryption = encryption;
        this.clock = clock;
    }

    EmergencyAccess open(ClientId client, ClinicId clinic, Caller by, EmergencyReason code, String reason) {
        EmergencyAccessId id = new EmergencyAccessId(Ids.next(EmergencyAccessId.PREFIX));
        return eventLog.record(
                EmergencyAccess.class,
                () -> EmergencyAccess.open(
                        id, client, clinic, by, code, encryption.seal(reason, client, id, REASON), clock.instant()));
    }

    /**
     * Of a client's chart, latest first.
     *
     * @param before null to begin with the latest
     */
    List<EmergencyAccess> of(ClientId client, @Nullable EmergencyAccessId before, int most) {
        Criteria all = mergedClients.in(CLIENT, client);
        Criteria page = before == null ? all : all.and("_id").lt(before);
        return mongo.find(Query.query(page).with(Sort.by("_id").descending()).limit(most), EmergencyAccess.class);
    }

    String reasonOf(EmergencyAccess it) {
        return encryption.open(it.reason(), it.clientId(), it.id(), REASON, String.class);
    }

    @Override
    public List<Grant> find(ClientId client, Reader reader, Set<ClinicId> visited) {
        Query open = Query.query(mergedClients
                .in(CLIENT, client)
                .and(OPENED_BY)
                .is(reader.subject())
                .and("until")
                .gt(clock.instant()));
        return Optional.ofNullable(mongo.findOne(open, EmergencyAccess.class)).stream()
                .map(it -> Grant.of(it.id(), it.clinicId()))
                .toList();
    }

    @Override
    public Optional<String> reasonOf(String grantId) {
        return Optional.ofNullable(mongo.findById(grantId, EmergencyAccess.class))
                .map(this::reasonOf);
    }

    @Override
    public void ensure(MongoDatabase database) {
        var accesses = database.getCollection("emergency_accesses");
        accesses.createIndex(ascending(CLIENT, OPENED_BY, "until"));
        accesses.createIndex(ascending(CLIENT, "_id"));
    }
}
