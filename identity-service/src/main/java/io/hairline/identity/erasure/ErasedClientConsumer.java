package io.hairline.identity.erasure;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.ClientId;
import io.hairline.identity.account.ClientAccounts;
import io.hairline.identity.authorization.LoggedInDevices;
import io.hairline.kit.Indexes;
import io.hairline.kit.consumer.CompactedTopicListener;
import io.hairline.kit.events.EventLog;
import java.time.Clock;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Follows the contacts, and logs a client out everywhere who is erased or loses the password with the address. */
@Component
public class ErasedClientConsumer implements CompactedTopicListener, Indexes {

    private final ClientAccounts accounts;
    private final LoggedInDevices devices;
    private final MongoTemplate mongo;
    private final EventLog eventLog;
    private final Clock clock;

    ErasedClientConsumer(
            ClientAccounts accounts, LoggedInDevices devices, MongoTemplate mongo, EventLog eventLog, Clock clock) {
        this.accounts = accounts;
        this.devices = devices;
        this.mongo = mongo;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    @Override
    public void keep(String key, byte[] state) {
        if (accounts.endsPassword(key, state)) {
            devices.logOut(key);
        }
        accounts.keep(key, state);
    }

    /** What fails is told again, so the answer comes last. */
    @Override
    public void erase(String key) {
        accounts.erase(key);
        devices.logOut(key);
        ClientId client = new ClientId(key);
        if (mongo.findById(client, ErasedClient.class) == null) {
            var _ = eventLog.record(
                    ErasedClient.class,
                    () -> ErasedClient.erase(client, clock.instant(), List.of("ACCOUNT", "LOGINS"), List.of()));
        }
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(ErasedClient.COLLECTION).createIndex(ascending("_id"));
    }
}
