package io.hairline.treatment.identitycheck;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.IdentityCheckId;
import io.hairline.kit.Ids;
import io.hairline.kit.Indexes;
import io.hairline.kit.RequestContext;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.merge.MergedIds;
import java.time.Clock;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Whose identity documents were looked at, and what they said. */
@Service
public class IdentityChecks implements Indexes {

    private static final String CLIENT = "clientId";

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;
    private final EventLog eventLog;
    private final Clock clock;

    IdentityChecks(MongoTemplate mongo, EventLog eventLog, Clock clock, MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    IdentityCheck check(ClientId client, ClinicId clinic, IdentitySeen seen) {
        IdentityCheckId id = new IdentityCheckId(Ids.next(IdentityCheckId.PREFIX));
        String by = RequestContext.current().actor();
        return eventLog.record(
                IdentityCheck.class, () -> IdentityCheck.check(id, client, clinic, seen, by, clock.instant()));
    }

    /** The last look counts: a wrong one is put right by looking again. */
    public IdentityOutcome latest(ClientId client) {
        return of(client).stream().findFirst().map(IdentityCheck::outcome).orElse(IdentityOutcome.UNCHECKED);
    }

    /** Latest first. */
    List<IdentityCheck> of(ClientId client) {
        return mongo.find(
                Query.query(mergedClients.in(CLIENT, client))
                        .with(Sort.by("_id").descending()),
                IdentityCheck.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("identity_checks").createIndex(ascending(CLIENT, "_id"));
    }
}
