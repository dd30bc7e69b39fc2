package io.hairline.contracts.notification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A link in a letter, by which its reader acts without an account. The secret of the link is in the letter alone.
 *
 * @param digest what {@link #digestOf} makes of the secret
 * @param clientVersion the version of the client's contact that the letter went to
 */
public record LetterLink(String digest, long clientVersion) {

    /** SHA-256 in base64url: a secret of 128 random bits can't be guessed from it. */
    public static String digestOf(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
