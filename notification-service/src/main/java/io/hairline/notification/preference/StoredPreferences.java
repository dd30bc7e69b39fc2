package io.hairline.notification.preference;

import io.hairline.contracts.ClientId;
import io.hairline.kit.events.Transactions;
import io.hairline.kit.merge.MergedIds;
import io.hairline.notification.ledger.Messages;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** What each client wants, or what holds for one who never said. */
@Component
public class StoredPreferences {

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;
    private final Transactions transactions;
    private final Messages messages;
    private final Clock clock;

    StoredPreferences(
            MongoTemplate mongo, Transactions transactions, Messages messages, Clock clock, MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
        this.transactions = transactions;
        this.messages = messages;
        this.clock = clock;
    }

    /** For a client whose record was merged, the surviving one's. */
    public Preferences of(ClientId client) {
        ClientId person = mergedClients.survivor(client);
        Preferences said = mongo.findById(person, Preferences.class);
        return said == null ? Preferences.unasked(person) : said;
    }

    /** Removes what a client chose and signed; answers how much there was. */
    public long erase(ClientId client) {
        Query all = Query.query(Criteria.where("_id").is(client));
        return mongo.remove(all, Preferences.class).getDeletedCount()
                + mongo.remove(all, MessageConsents.LastSaid.class).getDeletedCount();
    }

    /** Nobody else hears of it, so there is no event. */
    Preferences change(ClientId client, UnaryOperator<Preferences> how) {
        return transactions.run(() -> {
            Preferences changed = mongo.save(how.apply(of(client)));
            messages.endQuiet(client, clock.instant());
            return changed;
        });
    }
}
