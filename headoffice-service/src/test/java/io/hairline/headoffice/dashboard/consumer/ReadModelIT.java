package io.hairline.headoffice.dashboard.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.notification.NotificationEvent;
import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.contracts.wire.WireNames;
import io.hairline.headoffice.dashboard.consumer.History.Told;
import io.hairline.headoffice.dashboard.projection.Generations;
import io.hairline.headoffice.dashboard.projection.Reconciliation;
import io.hairline.kit.Ids;
import io.hairline.kit.consumer.ReceivedEvent;
import io.hairline.kit.events.Transactions;
import io.hairline.kit.testing.OnRealServers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@OnRealServers
class ReadModelIT {

    @Autowired
    BookingEventConsumer booking;

    @Autowired
    TreatmentEventConsumer treatment;

    @Autowired
    NotificationEventConsumer notification;

    @Autowired
    Transactions transactions;

    @Autowired
    Reconciliation recounting;

    @Autowired
    Generations generations;

    @Autowired
    MongoTemplate mongo;

    @ParameterizedTest
    @ValueSource(longs = {1, 20261123, 77})
    void endsInTheSameSumsInWhateverOrderAndHoweverOftenEventsCome(long seed) {
        Random random = new Random(seed);
        List<Told> history = History.of(random, 12);
        forget();
        hear(random, history);
        Map<String, Map<String, Object>> inOrder = cells();

        forget();
        List<Told> thrice = new ArrayList<>(history);
        thrice.addAll(history);
        thrice.addAll(history);
        Collections.shuffle(thrice, random);
        hear(random, thrice);

        assertThat(inOrder).hasSizeGreaterThan(20);
        assertThat(cells()).isEqualTo(inOrder);
        assertThat(recounting.recount().mended()).isEmpty();
    }

    @Test
    void saysWhichSumWasWrongAndMendsIt() {
        forget();
        hear(new Random(5), History.of(new Random(5), 3));
        Map<String, Map<String, Object>> right = cells();
        String any = right.keySet().iterator().next();
        mongo.getCollection(serving("dashboard_cells"))
                .updateOne(new Document("_id", any), new Document("$inc", new Document("sums.BOOKED_MINUTES", 7L)));

        Reconciliation.Report report = recounting.recount();

        assertThat(report.clients()).isEqualTo(3);
        assertThat(report.mended()).singleElement().satisfies(it -> {
            assertThat(it.clinicId() + "|" + it.day()).isEqualTo(any);
            assertThat(it.measure()).isEqualTo("BOOKED_MINUTES");
            assertThat(it.wrongBy()).isEqualTo(7);
        });
        assertThat(cells()).isEqualTo(right);
    }

    private void hear(Random random, List<Told> told) {
        for (int from = 0; from < told.size(); ) {
            int until = Math.min(told.size(), from + random.nextInt(1, 40));
            List<Told> poll = told.subList(from, until);
            transactions.run(() -> poll.forEach(this::hear));
            from = until;
        }
    }

    private void hear(Told it) {
        ReceivedEvent received = new ReceivedEvent(
                Ids.next("evt"),
                WireNames.nameOf(it.event().getClass()),
                it.event().subject(),
                it.version(),
                it.time(),
                null,
                "test",
                "test",
                new byte[0],
                Map.of());
        switch (it.event()) {
            case BookingEvent event -> booking.on(event, received);
            case TreatmentEvent event -> treatment.on(event, received);
            case NotificationEvent event -> notification.on(event, received);
            default -> throw new IllegalArgumentException(received.type());
        }
    }

    /** Tests of rebuilding run against the same database. */
    private String serving(String collection) {
        return collection + generations.serving().totals().substring("dashboard_cells".length());
    }

    private void forget() {
        List.of("dashboard_stories", "dashboard_cells", "dashboard_resource_cells")
                .forEach(it -> mongo.getCollection(serving(it)).deleteMany(new Document()));
    }

    private Map<String, Map<String, Object>> cells() {
        Map<String, Map<String, Object>> cells = new TreeMap<>();
        for (String collection : List.of("dashboard_cells", "dashboard_resource_cells")) {
            mongo.getCollection(serving(collection)).find().forEach(it -> {
                Map<String, Object> sums = new TreeMap<>(it.get("sums", Document.class));
                sums.values().removeIf(sum -> ((Number) sum).longValue() == 0);
                if (!sums.isEmpty()) {
                    cells.computeIfAbsent(it.getString("_id"), _ -> new TreeMap<>())
                            .putAll(sums);
                }
            });
        }
        return cells;
    }
}
