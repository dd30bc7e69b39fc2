package io.hairline.identity.password;

import java.time.Instant;
import java.util.Locale;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A code that was asked for with an address that no account has yet: a client's account follows the registration by an
 * event and can come after the question. No code exists before the account does.
 *
 * @param id the id that its code gets
 * @param emailToken what the account will be found by
 */
@Document("awaited_password_codes")
@TypeAlias("awaitedPasswordCode")
record AwaitedCode(@Id String id, String emailToken, Locale language, Instant expiresAt) {}
