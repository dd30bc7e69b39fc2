package io.hairline.identity.account;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Somebody who can be recognised.
 *
 * @param id the subject in every token, {@code per_…} or {@code cli_…}
 * @param login what is typed to log in, in lower case; a client's own is the id, and the e-mail address serves as well
 * @param passwordHash absent until there is a password; nobody can log in before
 * @param emailToken what the account is found by when its e-mail address is typed; absent if it has none
 * @param sealedEmail the address, readable with identity's key
 * @param contactVersion the client's version that the address is of; absent until booking told of the client
 * @param mergedInto the client under whom this one is seen; absent if it stands for itself
 */
@Document("accounts")
@TypeAlias("account")
public record Account(
        @Id String id,
        String login,
        @Nullable String passwordHash,
        @Nullable String emailToken,
        byte @Nullable [] sealedEmail,
        @Nullable Long contactVersion,
        @Nullable String mergedInto) {

    public Account {
        login = normal(login);
    }

    boolean has(@Nullable String token) {
        return emailToken != null && emailToken.equals(token);
    }

    static String normal(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }
}
