package io.hairline.booking.appointment;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import io.hairline.contracts.AppointmentId;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Proof that somebody made a hold: derived from its id with a key that all instances share, so none is stored. */
@Component
class HoldTokens {

    private static final String ALGORITHM = "HmacSHA256";

    private final SingletonSupplier<SecretKeySpec> key;

    HoldTokens(MongoTemplate mongo) {
        this.key = SingletonSupplier.of(() -> keptIn(mongo));
    }

    private static SecretKeySpec keptIn(MongoTemplate mongo) {
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        Document kept = mongo.getCollection("keys")
                .findOneAndUpdate(
                        new Document("_id", "hold-tokens"),
                        new Document("$setOnInsert", new Document("key", new Binary(fresh))),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        if (kept == null) {
            throw new IllegalStateException("The key of hold tokens could not be kept");
        }
        return new SecretKeySpec(kept.get("key", Binary.class).getData(), ALGORITHM);
    }

    String tokenOf(AppointmentId id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key.obtain());
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(id.value().getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    boolean fits(AppointmentId id, String token) {
        return MessageDigest.isEqual(tokenOf(id).getBytes(UTF_8), token.getBytes(UTF_8));
    }
}
