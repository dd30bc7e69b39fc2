package io.hairline.treatment.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The words that a client signs under; another wording is another id.
 *
 * @param language such as {@code en}
 * @param version counted for a purpose and language; absent in words that were signed before it was kept
 * @param publishedAt when head office put it into use; absent in those that came with the software
 */
record ConsentTemplate(
        String id,
        ConsentPurpose purpose,
        String language,
        String title,
        String text,
        @Nullable Integer version,
        @Nullable Instant publishedAt) {

    /** SHA-256 over title and text, in hexadecimal: one word changed is another hash. */
    String hash() {
        try {
            byte[] words = (title + "\n\n" + text).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(words));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    int versionOrFirst() {
        return version == null ? 1 : version;
    }

    /** Whether both are for the same signature, in the same language. */
    boolean isOfSameKind(ConsentTemplate other) {
        return purpose == other.purpose && language.equals(other.language);
    }
}
