package io.hairline.treatment.erasure;

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
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWork;
import io.hairline.kit.work.DueWorkHandler;
import io.hairline.treatment.chartchain.ChartChain;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Erases what treatment holds of a client: at once what nobody is bound to keep, the chart after its last day. */
@Component
class ClientErasure implements EventConsumer<BookingEvent>, DueWorkHandler, Indexes {

    private static final String KIND = "chart-retention";

    private final MongoTemplate mongo;
    private final List<ClientErasureStep> steps;
    private final ChartRetention retention;
    private final ChartChain chain;
    private final EventLog eventLog;
    private final DueWork dueWork;
    private final Clock clock;

    ClientErasure(
            MongoTemplate mongo,
            List<ClientErasureStep> steps,
            ChartRetention retention,
            ChartChain chain,
            EventLog eventLog,
            DueWork dueWork,
            Clock clock) {
        this.mongo = mongo;
        this.steps = List.copyOf(steps);
        this.retention = retention;
        this.chain = chain;
        this.eventLog = eventLog;
        this.dueWork = dueWork;
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
        List<String> erased = steps.stream()
                .filter(it -> it.erase(client) > 0)
                .map(ClientErasureStep::code)
                .sorted()
                .toList();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        @Nullable LocalDate until = retention.hasChart(client) ? retention.lastDay(client, today) : null;
        if (until != null) {
            dueWork.at(until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(), KIND, client.value());
        }
        List<KeptData> kept = until == null ? List.of() : List.of(new KeptData("CHART", "HEALTH_RECORDS", until));
        var _ = eventLog.record(
                ErasedClient.class, () -> ErasedClient.erase(client, clock.instant(), until, erased, kept));
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** The subject is the client; that this day would come was told with the erasure. */
    @Override
    public void run(DueItem item) {
        ClientId client = new ClientId(item.subject());
        retention.erase(client);
        chain.retire(client);
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(ErasedClient.COLLECTION).createIndex(ascending("_id"));
    }
}
