package io.hairline.identity.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.hairline.kit.FieldEncryption;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A key that tokens are, or were, signed with.
 *
 * @param sealed the JWK with its private part
 * @param active true for the one that signs, absent for those that only verify
 */
@Document("signing_keys")
@TypeAlias("signingKey")
record SigningKey(@Id String id, byte[] sealed, @Nullable Boolean active, Instant createdAt) {

    private static final int BITS = 2048;

    static SigningKey fresh(FieldEncryption encryption, Instant now) {
        try {
            RSAKey key = new RSAKeyGenerator(BITS).keyIDFromThumbprint(true).generate();
            byte[] plain = key.toJSONString().getBytes(StandardCharsets.UTF_8);
            return new SigningKey(key.getKeyID(), encryption.seal(plain, place(key.getKeyID())), true, now);
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java can make an RSA key", e);
        }
    }

    JWK open(FieldEncryption encryption) {
        try {
            return JWK.parse(new String(encryption.open(sealed, place(id)), StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IllegalStateException("The signing key " + id + " is no JWK", e);
        }
    }

    private static String place(String id) {
        return "signing_keys/" + id;
    }
}
