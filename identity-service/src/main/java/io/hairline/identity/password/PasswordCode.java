package io.hairline.identity.password;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A code that was mailed. It counts only in the browser that asked for it, which alone has the id.
 *
 * @param emailToken what accounts with the address are found by that it was mailed to
 * @param code the mailed code's HMAC
 * @param triesLeft how often it may still be typed
 */
@Document("password_codes")
@TypeAlias("passwordCode")
record PasswordCode(
        @Id String id, String accountId, String emailToken, String code, int triesLeft, Instant expiresAt) {}
