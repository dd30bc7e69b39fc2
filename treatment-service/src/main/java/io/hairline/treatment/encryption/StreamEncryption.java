package io.hairline.treatment.encryption;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.util.SecretBytes;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.Id;
import io.hairline.kit.FieldEncryption;
import io.hairline.kit.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Seals what is too large to be held in memory, such as photos: AES-256-GCM in segments of 64 KB, each client's under a
 * key of the client's own. Without that key, all of it is unreadable, in every backup too.
 */
@Component
public class StreamEncryption {

    private static final int KEY_BYTES = 32;
    private static final int SEGMENT_BYTES = 64 * 1024;
    private static final String PHOTOS = "PHOTOS";

    private final MongoTemplate mongo;
    private final FieldEncryption sealer;
    private final SecureRandom random = new SecureRandom();

    StreamEncryption(MongoTemplate mongo, FieldEncryption sealer) {
        this.mongo = mongo;
        this.sealer = sealer;
    }

    /** Seals what is written, for one record; closing it writes the end, without which it can't be opened. */
    public OutputStream sealing(OutputStream sealed, ClientId client, Id record) throws IOException {
        try {
            return streams(key(client)).newEncryptingStream(sealed, place(client, record));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to seal", e);
        }
    }

    /** Opens what was sealed for this record; what was changed or cut off since fails while it is read. */
    public InputStream opening(InputStream sealed, ClientId client, Id record) throws IOException {
        ClientKey known = find(client);
        if (known == null || known.isDestroyed()) {
            throw new IllegalStateException("The key of " + client + " for photos is gone.");
        }
        try {
            return streams(opened(known)).newDecryptingStream(sealed, place(client, record));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What is stored under " + record + " can't be opened.", e);
        }
    }

    /** What was sealed with it is lost for ever, and nothing more can be sealed for this client. */
    public void destroyKey(ClientId client) {
        mongo.save(ClientKey.destroyed(idOf(client)));
    }

    private static byte[] place(ClientId client, Id record) {
        return (client.value() + "|" + record.value()).getBytes(UTF_8);
    }

    private byte[] key(ClientId client) {
        ClientKey known = find(client);
        if (known != null && known.isDestroyed()) {
            throw Refusal.notFound();
        }
        if (known != null) {
            return opened(known);
        }
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String id = idOf(client);
        try {
            var _ = mongo.insert(new ClientKey(id, new Binary(sealer.seal(bytes, id))));
            return bytes;
        } catch (DuplicateKeyException _) {
            return key(client);
        }
    }

    private @Nullable ClientKey find(ClientId client) {
        return mongo.findById(idOf(client), ClientKey.class);
    }

    private byte[] opened(ClientKey it) {
        return sealer.open(it.key().getData(), it.id());
    }

    private static String idOf(ClientId client) {
        return client.value() + "|" + PHOTOS;
    }

    @AccessesPartialKey
    private static StreamingAead streams(byte[] key) {
        try {
            AesGcmHkdfStreamingParameters parameters = AesGcmHkdfStreamingParameters.builder()
                    .setKeySizeBytes(KEY_BYTES)
                    .setDerivedAesGcmKeySizeBytes(KEY_BYTES)
                    .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
                    .setCiphertextSegmentSizeBytes(SEGMENT_BYTES)
                    .build();
            return AesGcmHkdfStreaming.create(AesGcmHkdfStreamingKey.create(
                    parameters, SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM or HKDF isn't to be had on this machine", e);
        }
    }
}
