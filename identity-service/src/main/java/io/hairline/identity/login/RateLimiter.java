package io.hairline.identity.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.kit.Indexes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Counts tries in windows of time, over all instances. A try is counted before it is made, so racing gains nothing. */
@Component
public class RateLimiter implements Indexes {

    private static final InstantSource SYSTEM = InstantSource.system();

    private final MongoTemplate mongo;

    RateLimiter(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** How many tries {@code who} has in each {@code window}; {@code what} keeps different things apart. */
    public record Limit(String what, int tries, Duration window) {}

    @Document("tries")
    @TypeAlias("tries")
    record Tries(@Id String id, int count, Instant expiresAt) {}

    /** Counts one more; what comes back is how long to wait if that was one too many. */
    public Optional<Duration> count(Limit limit, String who) {
        Instant now = SYSTEM.instant();
        Instant end = endOfWindow(limit, now);
        Tries tries = mongo.findAndModify(
                query(where("id").is(id(limit, who, end))),
                new Update().inc("count", 1).setOnInsert("expiresAt", end),
                FindAndModifyOptions.options().upsert(true).returnNew(true),
                Tries.class);
        boolean tooMany = tries != null && tries.count() > limit.tries();
        return tooMany ? Optional.of(Duration.between(now, end).plusSeconds(1)) : Optional.empty();
    }

    /** Takes a try back that turned out to be right. */
    public void forgive(Limit limit, String who) {
        Instant end = endOfWindow(limit, SYSTEM.instant());
        mongo.updateFirst(
                query(where("id").is(id(limit, who, end)).and("count").gt(0)),
                new Update().inc("count", -1),
                Tries.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("tries")
                .createIndex(
                        com.mongodb.client.model.Indexes.ascending("expiresAt"),
                        new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    private static Instant endOfWindow(Limit limit, Instant now) {
        long window = limit.window().toSeconds();
        return Instant.ofEpochSecond((now.getEpochSecond() / window + 1) * window);
    }

    /** Logins and addresses are personal; a hash counts as well. */
    private static String id(Limit limit, String who, Instant end) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(who.getBytes(UTF_8));
            return limit.what() + ":" + HexFormat.of().formatHex(hash) + ":" + end.getEpochSecond();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
