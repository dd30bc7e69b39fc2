package io.hairline.identity.key;

import static org.springframework.data.domain.Sort.Direction.DESC;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.hairline.kit.FieldEncryption;
import io.hairline.kit.Indexes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** All keys that verify, the one that signs first. The first instance ever makes one; a rotation may add more. */
@Component
public class SigningKeys implements JWKSource<SecurityContext>, Indexes, ApplicationRunner {

    private static final Duration FRESH = Duration.ofSeconds(30);

    private final MongoTemplate mongo;
    private final FieldEncryption encryption;
    private volatile @Nullable Known known;

    SigningKeys(MongoTemplate mongo, FieldEncryption encryption) {
        this.mongo = mongo;
        this.encryption = encryption;
    }

    private record Known(JWKSet keys, long goodUntil) {}

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(keys());
    }

    @Override
    public void run(ApplicationArguments args) {
        keys();
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("signing_keys")
                .createIndex(
                        com.mongodb.client.model.Indexes.ascending("active"),
                        new IndexOptions().unique(true).partialFilterExpression(Filters.eq("active", true)));
    }

    private JWKSet keys() {
        Known last = known;
        if (last != null && System.nanoTime() - last.goodUntil() < 0) {
            return last.keys();
        }
        Known next = new Known(load(), System.nanoTime() + FRESH.toNanos());
        known = next;
        return next.keys();
    }

    private JWKSet load() {
        if (!mongo.exists(Query.query(where("active").is(true)), SigningKey.class)) {
            makeOne();
        }
        Query activeFirst = new Query().with(Sort.by(DESC, "active", "createdAt"));
        return new JWKSet(mongo.find(activeFirst, SigningKey.class).stream()
                .map(it -> it.open(encryption))
                .toList());
    }

    private void makeOne() {
        try {
            mongo.insert(SigningKey.fresh(encryption, InstantSource.system().instant()));
        } catch (DuplicateKeyException _) {
            // Another instance was faster; its key is ours too.
        }
    }
}
