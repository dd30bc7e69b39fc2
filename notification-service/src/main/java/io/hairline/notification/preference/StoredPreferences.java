package io.hairline.notification.preference;

import io.hairline.contracts.ClientId;
import io.hairline.kit.events.Transactions;
import java.util.function.UnaryOperator;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** What each client has said, or what holds for one who hasn't. */
@Component
public class StoredPreferences {

    private final MongoTemplate mongo;
    private final Transactions transactions;

    StoredPreferences(MongoTemplate mongo, Transactions transactions) {
        this.mongo = mongo;
        this.transactions = transactions;
    }

    public Preferences of(ClientId client) {
        Preferences said = mongo.findById(client, Preferences.class);
        return said == null ? Preferences.unasked(client) : said;
    }

    /** Nobody else hears of it, so there is no event. */
    Preferences change(ClientId client, UnaryOperator<Preferences> how) {
        return transactions.run(() -> mongo.save(how.apply(of(client))));
    }
}
