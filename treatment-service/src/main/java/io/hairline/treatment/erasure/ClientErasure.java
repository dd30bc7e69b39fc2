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
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Erases what treatment holds of a client: at once what nobody is bound to keep, the chart after its last day. */
@Component
public class ClientErasure implements EventConsumer<BookingEvent>, DueWorkHandler, Indexes {

    private static final String KIND = "chart-retention";

    private final MongoTemplate mongo;
    private final List<ClientErasureStep> steps;
    private final ChartRetention retention;
    private final EventLog eventLog;
    private final DueWork dueWork;
    private final Clock clock;

    ClientErasure(
            MongoTemplate mongo,
            List<ClientErasureStep> steps,
            ChartRetention retention,
            EventLog eventLog,
            DueWork dueWork,
            Clock clock) {
        this.mongo = mongo;
        this.steps = List.copyOf(steps);
        this.retention = retention;
        this.eventLog = eventLog;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    /** Whether a client's records are gone because their retention is over; their hashes stay. */
    public boolean isChartErased(ClientId client) {
        ErasedClient known = mongo.findById(client, ErasedClient.class);
        return known != null && known.chartErased();
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
        @Nullable LocalDate until = retention.hasChart(client) ? ChartRetention.lastDay(today) : null;
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
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(client)), Update.update("chartErased", true), ErasedClient.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(ErasedClient.COLLECTION).createIndex(ascending("_id"));
    }
}
