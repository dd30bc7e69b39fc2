package io.hairline.booking.appointment.hold;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.Id;
import io.hairline.kit.Refusal;
import io.hairline.kit.SecretComparison;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Proof of having made a hold: derived from its id with a key that all instances share, so none is stored. */
@Component
public class HoldTokens {

    private static final String PREFIX = "hld_";
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

    /** The id by which callers know the hold that this appointment is. */
    public static String holdIdOf(AppointmentId id) {
        return PREFIX + Id.ulidOf(id.value());
    }

    /** What its holder shows to book the slot or give it back. */
    public String tokenOf(AppointmentId id) {
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

    /** The appointment behind a hold, for a caller who has its token; 404 otherwise. */
    public AppointmentId appointmentOf(String holdId, String token) {
        if (!holdId.startsWith(PREFIX) || !Id.isUlid(Id.ulidOf(holdId))) {
            throw Refusal.notFound();
        }
        AppointmentId id = new AppointmentId(AppointmentId.PREFIX + "_" + Id.ulidOf(holdId));
        if (!fits(id, token)) {
            throw Refusal.notFound();
        }
        return id;
    }

    private boolean fits(AppointmentId id, String token) {
        return SecretComparison.isSame(tokenOf(id), token);
    }
}
