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
 * @param login what is typed to log in, in lower case
 * @param passwordHash absent until there is a password; nobody can log in before
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
