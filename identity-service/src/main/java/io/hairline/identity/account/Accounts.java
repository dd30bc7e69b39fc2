package io.hairline.identity.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.contracts.booking.ClientContact;
import io.hairline.kit.EmailAddress;
import io.hairline.kit.FieldEncryption;
import io.hairline.kit.Ids;
import io.hairline.kit.Indexes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

@Component
public class Accounts implements Indexes {

    /**
     * An account with a password has another address.
     *
     * @param before the address that it had
     * @param language the client's
     */
    public record AddressReplaced(EmailAddress before, Locale language) {}

    private static final InstantSource SYSTEM = InstantSource.system();

    private final MongoTemplate mongo;
    private final AddressOwners owners;
    private final FieldEncryption encryption;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher publisher;

    Accounts(
            MongoTemplate mongo,
            AddressOwners owners,
            FieldEncryption encryption,
            PasswordEncoder passwords,
            ApplicationEventPublisher publisher) {
        this.mongo = mongo;
        this.owners = owners;
        this.encryption = encryption;
        this.passwords = passwords;
        this.publisher = publisher;
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("accounts")
                .createIndex(com.mongodb.client.model.Indexes.ascending("login"), new IndexOptions().unique(true));
        AddressOwners.ensure(database);
    }

    /** Makes the account, or renames it; a password that is set already stays. A login may be an e-mail address. */
    void enrol(String subject, String login) {
        Update named = Update.update("login", Account.normal(login));
        address(login).ifPresent(it -> reachable(named, stored(subject), subject, it, SYSTEM.instant()));
        mongo.upsert(query(where("id").is(subject)), named, Account.class);
    }

    /**
     * Lets a client be found by the address that booking has, and says so by {@link AccountAddressChanged}; an older state than
     * the known one changes nothing.
     */
    void reach(ClientContact contact) {
        String client = contact.clientId().value();
        Account known = stored(client);
        while (isNewer(contact, known) && !follow(contact, known)) {
            known = stored(client);
        }
        emailToken(contact.email()).map(AccountAddressChanged::new).ifPresent(publisher::publishEvent);
    }

    /**
     * Whether the client loses the password: a clinic gave another address. If a typing error had brought the mail to a stranger,
     * the password may be the stranger's.
     */
    boolean endsPassword(ClientContact contact) {
        if (!isGivenByStaff(contact)) {
            return false;
        }
        Account known = stored(contact.clientId().value());
        return isNewer(contact, known) && replacesAddress(contact, known);
    }

    private static boolean isGivenByStaff(ClientContact contact) {
        return Boolean.TRUE.equals(contact.emailSetByStaff());
    }

    /** Whether the account has a password, and another address than it will have. */
    private boolean replacesAddress(ClientContact contact, @Nullable Account known) {
        return known != null
                && known.passwordHash() != null
                && known.sealedEmail() != null
                && !known.has(emailToken(contact.email()).orElse(null));
    }

    private static boolean isNewer(ClientContact contact, @Nullable Account known) {
        return known == null || known.contactVersion() == null || known.contactVersion() < contact.version();
    }

    /**
     * An address that the client was registered with counts from then on, another one from now on.
     *
     * @return whether the account was still as it is known
     */
    private boolean follow(ClientContact contact, @Nullable Account known) {
        String client = contact.clientId().value();
        Long before = known == null ? null : known.contactVersion();
        Update newer = new Update().set("contactVersion", contact.version()).setOnInsert("login", client);
        if (contact.mergedInto() == null) {
            newer.unset("mergedInto");
        } else {
            newer.set("mergedInto", contact.mergedInto().value());
        }
        Instant since = before == null ? Ids.madeAt(client) : SYSTEM.instant();
        address(contact.email())
                .ifPresentOrElse(it -> reachable(newer, known, client, it, since), () -> AddressOwners.end(newer));
        if (isGivenByStaff(contact) && replacesAddress(contact, known)) {
            newer.unset("passwordHash");
        }
        try {
            mongo.upsert(query(where("id").is(client).and("contactVersion").is(before)), newer, Account.class);
            if (known != null && replacesAddress(contact, known)) {
                publisher.publishEvent(new AddressReplaced(email(known), Locale.forLanguageTag(contact.language())));
            }
            return true;
        } catch (DuplicateKeyException e) {
            if (stored(client) == null) {
                throw e;
            }
            return false;
        }
    }

    /** Nothing personal is left, and nothing of the client comes back: the version is above all others. */
    void erase(String client) {
        Update nothing = new Update()
                .set("login", client)
                .set("contactVersion", Long.MAX_VALUE)
                .unset("passwordHash")
                .unset("mergedInto");
        AddressOwners.end(nothing);
        mongo.upsert(query(where("id").is(client)), nothing, Account.class);
    }

    private void reachable(
            Update update, @Nullable Account known, String subject, EmailAddress address, Instant since) {
        String token = token(address);
        if (known == null || !known.has(token)) {
            AddressOwners.begin(update, since);
        }
        update.set("emailToken", token)
                .set("sealedEmail", encryption.seal(address.forEnvelope().getBytes(UTF_8), place(subject)));
    }

    private @Nullable Account stored(String id) {
        return mongo.findById(id, Account.class);
    }

    /** By the login, else by the e-mail address: the one account that it opens. */
    Optional<Account> find(String typed) {
        Account byLogin = mongo.findOne(query(where("login").is(Account.normal(typed))), Account.class);
        return Optional.ofNullable(byLogin).or(() -> emailToken(typed).flatMap(owners::find));
    }

    /** The account that a log-in with this finds, if it has an address that can be written to. */
    public Optional<Account> reachableBy(String typed) {
        return find(typed).filter(it -> it.sealedEmail() != null);
    }

    /** The one account that the address opens. */
    public Optional<Account> havingEmailToken(String emailToken) {
        return owners.find(emailToken);
    }

    /** Whether what was typed is an address that others have as well, and not the account's own login. */
    public boolean isShared(Account account, String typed) {
        return !account.login().equals(Account.normal(typed))
                && emailToken(typed).filter(owners::isShared).isPresent();
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

    /**
     * Sets a password with a code that was mailed.
     *
     * @param emailToken of the address that the code was mailed to
     * @return whether the account still has that address; nothing is set if not
     */
    public boolean setPassword(String id, String emailToken, String password) {
        return owners.setPassword(id, emailToken, String.valueOf(passwords.encode(password)));
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
