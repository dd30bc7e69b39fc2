package io.hairline.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Makes what is stored unreadable and unchangeable with the database alone: AES-256-GCM, and HMAC-SHA-256 for what
 * it is found by.
 */
public final class FieldEncryption {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int TOKEN_BYTES = 16;
    private static final String HMAC = "HmacSHA256";

    private final Aead aead;
    private final SecretKey finding;
    private final String setting;

    private FieldEncryption(Aead aead, SecretKey finding, String setting) {
        this.aead = aead;
        this.finding = finding;
        this.setting = setting;
    }

    /**
     * With a service's own key, or not at all: who has none doesn't start.
     *
     * @param key 32 random bytes in base64
     * @param setting the environment variable it comes from, for the message to the operator
     */
    @AccessesPartialKey
    public static FieldEncryption of(String key, String setting) {
        byte[] bytes = bytes(key, setting);
        try {
            AeadConfig.register();
            AesGcmKey aes = AesGcmKey.builder()
                    .setParameters(AesGcmParameters.builder()
                            .setKeySizeBytes(KEY_BYTES)
                            .setIvSizeBytes(NONCE_BYTES)
                            .setTagSizeBytes(TAG_BYTES)
                            .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                            .build())
                    .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                    .build();
            Aead aead = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(aes).withRandomId().makePrimary())
                    .build()
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
            return new FieldEncryption(aead, findingKey(bytes), setting);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM or HKDF isn't to be had on this machine", e);
        }
    }

    /** Seals for one place, such as a document's id: moved elsewhere, it can't be opened. */
    public byte[] seal(byte[] plain, String place) {
        try {
            return aead.encrypt(plain, place.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to seal", e);
        }
    }

    /**
     * Opens what was sealed for this place.
     *
     * @throws IllegalStateException with another key, for another place, or if a byte was changed
     */
    public byte[] open(byte[] sealed, String place) {
        try {
            return aead.decrypt(sealed, place.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "What is stored under " + place + " was sealed with another key, or changed. Start with the "
                            + setting + " that this database was made with.",
                    e);
        }
    }

    /**
     * A word to find what is sealed by: the same for the same words, and without the key nobody can tell which.
     *
     * @param place the field it is for; the same words give another one elsewhere
     */
    public String token(String words, String place) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(finding);
            mac.update(place.getBytes(UTF_8));
            mac.update((byte) 0);
            byte[] whole = mac.doFinal(words.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, TOKEN_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC refused", e);
        }
    }

    /** From the service's key, so that there is no second one to keep. */
    private static SecretKey findingKey(byte[] key) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        HMAC,
                        HKDFParameterSpec.ofExtract().addIKM(key).thenExpand("tokens".getBytes(UTF_8), KEY_BYTES));
    }

    private static byte[] bytes(String key, String setting) {
        try {
            byte[] bytes = Base64.getDecoder().decode(key.strip());
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            // Said below, without the key.
        }
        throw new IllegalStateException("Set " + setting + " to 32 random bytes in base64, made once and kept:"
                + " `openssl rand -base64 32` prints some.");
    }
}
