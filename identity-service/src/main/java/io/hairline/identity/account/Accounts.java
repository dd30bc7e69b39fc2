package io.hairline.identity.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.kit.EmailAddress;
import io.hairline.kit.FieldEncryption;
import io.hairline.kit.Indexes;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

@Component
public class Accounts implements Indexes {

    private final MongoTemplate mongo;
    private final FieldEncryption encryption;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher publisher;

    Accounts(
            MongoTemplate mongo,
            FieldEncryption encryption,
            PasswordEncoder passwords,
            ApplicationEventPublisher publisher) {
        this.mongo = mongo;
        this.encryption = encryption;
        this.passwords = passwords;
        this.publisher = publisher;
    }

    @Override
    public void ensure(MongoDatabase database) {
        var collection = database.getCollection("accounts");
        collection.createIndex(com.mongodb.client.model.Indexes.ascending("login"), new IndexOptions().unique(true));
        collection.createIndex(
                com.mongodb.client.model.Indexes.ascending("emailToken"), new IndexOptions().sparse(true));
    }

    /** Makes the account, or renames it; a password that is set already stays. A login may be an e-mail address. */
    void enrol(String subject, String login) {
        Update named = Update.update("login", Account.normal(login));
        address(login).ifPresent(it -> reachable(named, subject, it));
        mongo.upsert(query(where("id").is(subject)), named, Account.class);
    }

    /**
     * Lets a client be found by the address that booking has, and says so by {@link AccountAddressChanged}; an older state than
     * the known one changes nothing.
     */
    void reach(String client, long version, String email) {
        Update newer = new Update().set("contactVersion", version).setOnInsert("login", client);
        address(email)
                .ifPresentOrElse(
                        it -> reachable(newer, client, it),
                        () -> newer.unset("emailToken").unset("sealedEmail"));
        try {
            mongo.upsert(
                    query(where("id").is(client).and("contactVersion").not().gte(version)), newer, Account.class);
        } catch (DuplicateKeyException _) {
            // What is known is as new.
        }
        emailToken(email).map(AccountAddressChanged::new).ifPresent(publisher::publishEvent);
    }

    /** Nothing personal is left, and nothing of the client comes back: the version is above all others. */
    void erase(String client) {
        Update nothing = new Update()
                .set("login", client)
                .set("contactVersion", Long.MAX_VALUE)
                .unset("emailToken")
                .unset("sealedEmail")
                .unset("passwordHash");
        mongo.upsert(query(where("id").is(client)), nothing, Account.class);
    }

    private void reachable(Update update, String subject, EmailAddress address) {
        update.set("emailToken", token(address))
                .set("sealedEmail", encryption.seal(address.forEnvelope().getBytes(UTF_8), place(subject)));
    }

    /** By the login, else by the e-mail address if only one person has it. */
    Optional<Account> find(String typed) {
        Account byLogin = mongo.findOne(query(where("login").is(Account.normal(typed))), Account.class);
        if (byLogin != null) {
            return Optional.of(byLogin);
        }
        List<Account> byEmail = havingEmail(typed);
        return byEmail.size() == 1 ? Optional.of(byEmail.getFirst()) : Optional.empty();
    }

    /** Who can be written to, by login or address: nobody, one person, or several who share an address. */
    public List<Account> reachableBy(String typed) {
        List<Account> byEmail = havingEmail(typed);
        return byEmail.isEmpty()
                ? find(typed).filter(it -> it.sealedEmail() != null).stream().toList()
                : byEmail;
    }

    private List<Account> havingEmail(String typed) {
        return emailToken(typed).map(this::havingEmailToken).orElse(List.of());
    }

    /** Nobody, one person, or two of those who share the address. */
    public List<Account> havingEmailToken(String emailToken) {
        return mongo.find(query(where("emailToken").is(emailToken)).limit(2), Account.class);
    }

    /** What accounts with this address are found by; empty if it is no address. */
    public Optional<String> emailToken(String typed) {
        return address(typed).map(this::token);
    }

    /** Of an account that {@link #reachableBy} gave. */
    public EmailAddress email(Account account) {
        byte[] sealed = Objects.requireNonNull(account.sealedEmail(), "an account with an address");
        return EmailAddress.parse(new String(encryption.open(sealed, place(account.id())), UTF_8));
    }

    public void setPassword(String id, String password) {
        mongo.updateFirst(
                query(where("id").is(id)), Update.update("passwordHash", passwords.encode(password)), Account.class);
    }

    List<Account> all() {
        return mongo.findAll(Account.class);
    }

    private static Optional<EmailAddress> address(String written) {
        try {
            return Optional.of(EmailAddress.parse(written.strip()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private String token(EmailAddress address) {
        return encryption.token(address.forEnvelope().toLowerCase(Locale.ROOT), "email");
    }

    private static String place(String id) {
        return "accounts/" + id;
    }
}
