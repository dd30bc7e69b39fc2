package io.hairline.notification.erasure;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.KeptData;
import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.booking.BookingEvent.ClientErased;
import io.hairline.kit.Indexes;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.notification.contact.Contacts;
import io.hairline.notification.inbox.ClientInbox;
import io.hairline.notification.ledger.Message;
import io.hairline.notification.ledger.Messages;
import io.hairline.notification.preference.StoredPreferences;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Erases what notification holds of a client. A message that is called for later finds no contact, and is suppressed in the
 * moment before it would leave.
 */
@Component
class ClientErasure implements EventConsumer<BookingEvent>, Indexes {

    private final MongoTemplate mongo;
    private final Contacts contacts;
    private final ClientInbox inbox;
    private final StoredPreferences preferences;
    private final Messages messages;
    private final EventLog eventLog;
    private final Clock clock;

    ClientErasure(
            MongoTemplate mongo,
            Contacts contacts,
            ClientInbox inbox,
            StoredPreferences preferences,
            Messages messages,
            EventLog eventLog,
            Clock clock) {
        this.mongo = mongo;
        this.contacts = contacts;
        this.inbox = inbox;
        this.preferences = preferences;
        this.messages = messages;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    @Override
    public Class<BookingEvent> hears() {
        return BookingEvent.class;
    }

    @Override
    public void on(BookingEvent event, ReceivedEvent received) {
        if (event instanceof ClientErased it && mongo.findById(it.clientId(), ErasedClient.class) == null) {
            erase(it.clientId());
        }
    }

    private void erase(ClientId client) {
        contacts.erase(client.value());
        List<String> erased = new ArrayList<>(List.of("CONTACT"));
        if (inbox.erase(client) > 0) {
            erased.add("INBOX");
        }
        if (preferences.erase(client) > 0) {
            erased.add("PREFERENCES");
        }
        List<Change<Message>> stopped = messages.openFor(client).stream()
                .map(it -> it.suppress("ERASED"))
                .toList();
        if (!stopped.isEmpty()) {
            eventLog.recordAll(Message.class, () -> stopped);
        }
        var _ = eventLog.record(
                ErasedClient.class,
                () -> ErasedClient.erase(
                        client, clock.instant(), erased, List.of(new KeptData("MESSAGE_LEDGER", "NAMELESS", null))));
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(ErasedClient.COLLECTION).createIndex(ascending("_id"));
    }
}
