package io.hairline.identity.account;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import io.hairline.contracts.ClientId;
import io.hairline.identity.account.confirmation.EmailConfirmation;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Which account an e-mail address opens: one of those that have it, and always the same, so that nobody takes another's
 * log-in away by an address that is given or changed. It is the first that set a password with a code mailed to the
 * address, for only its mailbox's owner can; if none did, the one that has had the address longest.
 */
@Component
class AddressOwners {

    private static final InstantSource SYSTEM = InstantSource.system();

    private static final String TOKEN = "emailToken";
    /** True once a password was set with a code that was mailed to the address that the account has. */
    private static final String CONFIRMED = "emailConfirmed";
    /** System time at which that was, or at which the account got the address. */
    private static final String SINCE = "emailSince";

    private static final Sort FIRST_CLAIM_FIRST =
            Sort.by(Sort.Order.desc(CONFIRMED), Sort.Order.asc(SINCE), Sort.Order.asc("_id"));

    private final MongoTemplate mongo;
    private final EventLog eventLog;
    private final Clock clock;

    AddressOwners(MongoTemplate mongo, EventLog eventLog, Clock clock) {
        this.mongo = mongo;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    /**
     * The account that the address opens. A merged record's claim is its survivor's while that has the address as well, and
     * nobody's otherwise.
     */
    Optional<Account> find(String emailToken) {
        try (Stream<Account> claims =
                mongo.stream(query(where(TOKEN).is(emailToken)).with(FIRST_CLAIM_FIRST), Account.class)) {
            return claims.flatMap(it -> standing(it).stream()).findFirst();
        }
    }

    private Optional<Account> standing(Account account) {
        if (account.mergedInto() == null) {
            return Optional.of(account);
        }
        return Optional.ofNullable(mongo.findById(account.mergedInto(), Account.class))
                .filter(it -> it.has(account.emailToken()))
                .map(it -> it.passwordHash() == null && account.passwordHash() != null ? account : it);
    }

    /** Whether several accounts that stand for themselves have the address. */
    boolean isShared(String emailToken) {
        Query having = query(where(TOKEN).is(emailToken).and("mergedInto").isNull());
        return mongo.count(having.limit(2), Account.class) > 1;
    }

    /** The account gets another address: its claim is as new as that. */
    static void begin(Update update, Instant since) {
        update.set(SINCE, since).unset(CONFIRMED);
    }

    /** The account has no address any more. */
    static void end(Update update) {
        update.unset(TOKEN).unset("sealedEmail").unset(SINCE).unset(CONFIRMED);
    }

    /**
     * Sets a password with a code that was mailed to the address. The first time, the franchise is told that the address is the
     * client's.
     *
     * @return whether the account still has the address; nothing is set if not
     */
    boolean setPassword(String id, String emailToken, String hash) {
        Update known = Update.update("passwordHash", hash);
        Update first = Update.update("passwordHash", hash).set(CONFIRMED, true).set(SINCE, SYSTEM.instant());
        Query unconfirmed = query(
                where("id").is(id).and(TOKEN).is(emailToken).and(CONFIRMED).ne(true));
        Query any = query(where("id").is(id).and(TOKEN).is(emailToken));
        AtomicBoolean set = new AtomicBoolean();
        eventLog.recordAll(EmailConfirmation.class, () -> {
            Account confirmed = mongo.findAndModify(unconfirmed, first, Account.class);
            set.set(confirmed != null
                    || mongo.updateFirst(any, known, Account.class).getMatchedCount() == 1);
            return Optional.ofNullable(confirmed).flatMap(this::confirmation).stream()
                    .toList();
        });
        return set.get();
    }

    /** Of a client; the staff's addresses are head office's to know. */
    private Optional<Change<EmailConfirmation>> confirmation(Account it) {
        return it.contactVersion() == null || !it.id().startsWith(ClientId.PREFIX + "_")
                ? Optional.empty()
                : Optional.of(EmailConfirmation.of(new ClientId(it.id()), it.contactVersion(), clock.instant()));
    }

    /** A collection that is first made inside a transaction gets into the way of others. */
    static void ensure(MongoDatabase database) {
        database.getCollection(EmailConfirmation.COLLECTION).createIndex(Indexes.ascending("_id"));
        database.getCollection("accounts")
                .createIndex(Indexes.compoundIndex(
                        Indexes.ascending(TOKEN), Indexes.descending(CONFIRMED), Indexes.ascending(SINCE, "_id")));
    }
}
