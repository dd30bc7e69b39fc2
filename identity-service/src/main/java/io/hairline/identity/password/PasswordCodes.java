package io.hairline.identity.password;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.kit.FieldEncryption;
import io.hairline.kit.Indexes;
import io.hairline.kit.SecretComparison;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The codes that are under way. A try is counted before the code is compared, so guesses side by side gain nothing. */
@Component
class PasswordCodes implements Indexes {

    static final Duration VALID = Duration.ofMinutes(15);

    private static final int TRIES = 5;
    private static final int LENGTH = 8;

    /** Without letters and digits that look alike: 30 to the power of 8 codes, of which five can be tried. */
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final InstantSource SYSTEM = InstantSource.system();

    private final MongoTemplate mongo;
    private final FieldEncryption encryption;
    private final RandomGenerator random = new SecureRandom();

    PasswordCodes(MongoTemplate mongo, FieldEncryption encryption) {
        this.mongo = mongo;
        this.encryption = encryption;
    }

    /**
     * Makes and keeps a new code.
     *
     * @return the code as it is mailed, {@code ABCD-2345}
     */
    String create(String id, String accountId, String emailToken) {
        StringBuilder code = new StringBuilder();
        random.ints(LENGTH, 0, SIGNS.length()).forEach(it -> code.append(SIGNS.charAt(it)));
        mongo.save(new PasswordCode(
                id,
                accountId,
                emailToken,
                token(id, code.toString()),
                TRIES,
                SYSTEM.instant().plus(VALID)));
        return code.insert(LENGTH / 2, '-').toString();
    }

    /** Whose password may be set; empty if the code is wrong, used, too old or was tried too often. */
    Optional<PasswordCode> redeem(String id, String typed) {
        PasswordCode known = mongo.findAndModify(
                query(where("id").is(id).and("triesLeft").gt(0).and("expiresAt").gt(SYSTEM.instant())),
                new Update().inc("triesLeft", -1),
                PasswordCode.class);
        if (known == null || !SecretComparison.isSame(known.code(), token(id, normal(typed)))) {
            return Optional.empty();
        }
        boolean first =
                mongo.remove(query(where("id").is(id)), PasswordCode.class).getDeletedCount() == 1;
        return first ? Optional.of(known) : Optional.empty();
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("password_codes")
                .createIndex(
                        com.mongodb.client.model.Indexes.ascending("expiresAt"),
                        new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    private String token(String id, String code) {
        return encryption.token(id + " " + code, "password-code");
    }

    private static String normal(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
    }
}
