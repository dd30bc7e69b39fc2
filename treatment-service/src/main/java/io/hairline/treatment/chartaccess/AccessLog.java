package io.hairline.treatment.chartaccess;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.ClientId;
import io.hairline.kit.Ids;
import io.hairline.kit.Indexes;
import io.hairline.kit.merge.MergedIds;
import io.hairline.kit.security.Caller;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Which of the staff read whose chart, when and why. Entries are added and never changed. */
@Repository
class AccessLog implements Indexes {

    private static final String CLIENT = "clientId";

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;
    private final Clock clock;

    AccessLog(MongoTemplate mongo, Clock clock, MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
        this.clock = clock;
    }

    /** Before anything is answered: a reading that can't be logged fails. */
    void add(ClientId client, Caller reader, AccessGrants.Grant grant, AccessedRecord what) {
        mongo.insert(new AccessLogEntry(
                Ids.next(AccessLogEntry.PREFIX),
                client,
                clock.instant(),
                reader.subject(),
                reader.practitionerIn(grant.clinicId()),
                grant.clinicId(),
                what,
                grant.basis(),
                grant.id(),
                grant.purpose()));
    }

    /** Latest first. */
    List<AccessLogEntry> of(ClientId client, @Nullable String before, int most) {
        Criteria all = mergedClients.in(CLIENT, client);
        Criteria page = before == null ? all : all.and("_id").lt(before);
        return mongo.find(Query.query(page).with(Sort.by("_id").descending()).limit(most), AccessLogEntry.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(AccessLogEntry.COLLECTION).createIndex(ascending(CLIENT, "_id"));
    }
}
