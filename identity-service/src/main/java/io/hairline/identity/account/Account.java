package io.hairline.identity.account;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Somebody who can be recognised.
 *
 * @param id her subject in every token, {@code per_…} or {@code cli_…}
 * @param login what she types, in lower case
 * @param passwordHash absent until she has a password; she can't log in before
 */
@Document("accounts")
@TypeAlias("account")
record Account(@Id String id, String login, @Nullable String passwordHash) {

    Account {
        login = normal(login);
    }

    static String normal(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }
}
