package io.hairline.booking.client.search;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.booking.client.Client;
import io.hairline.contracts.ClientId;
import io.hairline.kit.Ids;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/**
 * Records each look beyond a caller's own clinics, found or not, and limits them per person, so that guessing phone numbers
 * reveals next to nothing and leaves a trace. What was asked for isn't recorded, who was found is.
 */
@Repository
public class BrandWideSearches implements Indexes {

    private static final int MOST = 20;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final long KEPT_DAYS = 400;

    private final MongoTemplate mongo;
    private final Clock clock;

    BrandWideSearches(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** What was searched by. */
    public enum Kind {
        PHONE,
        EMAIL,
        NAME_AND_BIRTH,
        DUPLICATES
    }

    @Document("brand_wide_searches")
    @TypeAlias("brandWideSearch")
    record Search(@Id String id, String who, Instant at, Kind kind, List<ClientId> found) {}

    /** Records a look, unless all that it found is in the caller's own clinics; refuses one too many. */
    public void admit(Caller caller, Kind kind, List<Client> found) {
        if (!found.isEmpty()
                && found.stream().allMatch(it -> caller.ownClinics().contains(it.homeClinicId()))) {
            return;
        }
        Instant now = clock.instant();
        mongo.insert(new Search(
                Ids.next("sea"),
                caller.subject(),
                now,
                kind,
                found.stream().map(Client::id).toList()));
        long lately = mongo.count(
                Query.query(Criteria.where("who").is(caller.subject()).and("at").gt(now.minus(WINDOW))), Search.class);
        if (lately > MOST) {
            throw new Refusal(
                            Refusal.Kind.TOO_MANY,
                            "too-many-requests",
                            "%d searches beyond your own clinics in %d minutes are the most. Search by name in your own."
                                    .formatted(MOST, WINDOW.toMinutes()))
                    .with("retryAfterSeconds", WINDOW.toSeconds());
        }
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("brand_wide_searches").createIndex(ascending("who", "at"));
        database.getCollection("brand_wide_searches")
                .createIndex(ascending("at"), new IndexOptions().expireAfter(KEPT_DAYS, TimeUnit.DAYS));
    }
}
