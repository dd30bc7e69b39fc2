package io.hairline.headoffice.erasure;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.KeptData;
import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.booking.BookingEvent.ClientErased;
import io.hairline.kit.Indexes;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import io.hairline.kit.events.EventLog;
import java.time.Clock;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Answers that figures, royalties and reviews name a client's id and nothing of the person. */
@Component
class ClientErasure implements EventConsumer<BookingEvent>, Indexes {

    private final MongoTemplate mongo;
    private final EventLog eventLog;
    private final Clock clock;

    ClientErasure(MongoTemplate mongo, EventLog eventLog, Clock clock) {
        this.mongo = mongo;
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
        var _ = eventLog.record(
                ErasedClient.class,
                () -> ErasedClient.erase(
                        client, clock.instant(), List.of(), List.of(new KeptData("FIGURES", "NAMELESS", null))));
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(ErasedClient.COLLECTION).createIndex(ascending("_id"));
    }
}
