package io.hairline.identity.password;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.identity.account.Account;
import io.hairline.identity.account.AccountAddressChanged;
import io.hairline.identity.account.Accounts;
import io.hairline.kit.Indexes;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Who asked for a code: mailed at once to an account that is known, else as soon as the account is there. */
@Component
class CodeRequests implements Indexes {

    private static final InstantSource SYSTEM = InstantSource.system();

    private final Accounts accounts;
    private final PasswordCodes codes;
    private final AccountMail mail;
    private final MongoTemplate mongo;

    CodeRequests(Accounts accounts, PasswordCodes codes, AccountMail mail, MongoTemplate mongo) {
        this.accounts = accounts;
        this.codes = codes;
        this.mail = mail;
        this.mongo = mongo;
    }

    /** @param id what the code will be redeemed with */
    void ask(String id, String typed, Locale language) {
        accounts.reachableBy(typed)
                .ifPresentOrElse(
                        it -> mail(it, id, accounts.isShared(it, typed), language),
                        () -> accounts.emailToken(typed).ifPresent(it -> await(id, it, language)));
    }

    private void await(String id, String emailToken, Locale language) {
        mongo.insert(new AwaitedCode(id, emailToken, language, SYSTEM.instant().plus(PasswordCodes.VALID)));
        // The account may have come since the first look, before there was something to find.
        mailAwaited(emailToken);
    }

    @EventListener
    void mailAwaited(AccountAddressChanged client) {
        mailAwaited(client.emailToken());
    }

    private void mailAwaited(String emailToken) {
        List<AwaitedCode> awaited = mongo.find(
                query(where("emailToken").is(emailToken).and("expiresAt").gt(SYSTEM.instant())), AwaitedCode.class);
        if (awaited.isEmpty()) {
            return;
        }
        accounts.havingEmailToken(emailToken).ifPresent(account -> {
            for (AwaitedCode it : awaited) {
                boolean first = mongo.remove(query(where("id").is(it.id())), AwaitedCode.class)
                                .getDeletedCount()
                        == 1;
                if (first) {
                    mail(account, it.id(), false, it.language());
                }
            }
        });
    }

    private void mail(Account account, String id, boolean shared, Locale language) {
        String emailToken = Objects.requireNonNull(account.emailToken(), "an account with an address");
        mail.send(accounts.email(account), codes.create(id, account.id(), emailToken), shared, language);
    }

    @Override
    public void ensure(MongoDatabase database) {
        var collection = database.getCollection("awaited_password_codes");
        collection.createIndex(com.mongodb.client.model.Indexes.ascending("emailToken"));
        collection.createIndex(
                com.mongodb.client.model.Indexes.ascending("expiresAt"),
                new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }
}
