package io.hairline.treatment.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The words that a client signs under; another wording is another id.
 *
 * @param language such as {@code en}
 */
record ConsentTemplate(String id, ConsentPurpose purpose, String language, String title, String text) {

    /** SHA-256 over title and text, in hexadecimal: one word changed is another hash. */
    String hash() {
        try {
            byte[] words = (title + "\n\n" + text).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(words));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
