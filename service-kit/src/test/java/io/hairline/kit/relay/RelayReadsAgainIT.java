package io.hairline.kit.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.kit.counter.Listening;
import io.hairline.kit.counter.TestWorld;
import io.hairline.kit.events.StoredEvent;
import java.time.Duration;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A relay that can't go on where it stopped reads the log again. */
class RelayReadsAgainIT {

    private final TestWorld world = TestWorld.fresh();
    private final Relays relays = new Relays(world, Duration.ofSeconds(2));
    private final Listening topic = new Listening(world);

    @AfterEach
    void close() {
        relays.close();
        topic.close();
        world.close();
    }

    @Test
    void readsAllAgainWithoutAToken() {
        moveSome();
        topic.untilEvents(120);
        forget();

        relays.start();

        topic.until(it -> it.events().size() >= 240);
        assertThat(topic.outOfOrder()).isEmpty();
        assertThat(topic.differentEvents()).isEqualTo(120);
    }

    @ParameterizedTest
    @ValueSource(strings = {"82FF", "", "not a token at all"})
    void readsAgainWhenItsTokenIsNone(String token) {
        moveSome();
        topic.untilEvents(120);
        spoil(new BsonDocument("_data", new BsonString(token)));
        world.counters(100, 110);

        relays.start();

        topic.untilEvents(130);
        assertThat(topic.outOfOrder()).isEmpty();
    }

    @Test
    void readsAgainWhenTheHistoryBehindItsTokenIsGone() {
        moveSome();
        topic.untilEvents(120);
        String token = relays.stored().get("token", Document.class).getString("_data");
        long seconds = Long.parseLong(token.substring(2, 10), 16);
        spoil(new BsonDocument(
                "_data",
                new BsonString(token.substring(0, 2)
                        + "%08X".formatted(seconds - Duration.ofDays(3).toSeconds())
                        + token.substring(10))));
        world.counters(100, 110);

        relays.start();

        topic.untilEvents(130);
        assertThat(topic.outOfOrder()).isEmpty();
    }

    private void moveSome() {
        List<String> ids = world.counters(0, 40);
        Relay relay = relays.start();
        ids.forEach(it -> {
            world.move(it, 1);
            world.move(it, 1);
        });
        await().until(() -> relays.stored().get("token") != null);
        topic.untilEvents(120);
        relay.stop();
    }

    private void forget() {
        world.database().getCollection(Lease.COLLECTION).deleteMany(new Document());
    }

    private void spoil(BsonDocument token) {
        world.database()
                .getCollection(Lease.COLLECTION)
                .updateOne(new Document(), new Document("$set", new Document("token", token)));
    }

    @Test
    void readsALongLogAgainHoweverSlowlyItIsSent() {
        for (int from = 0; from < 3_000; from += 250) {
            world.counters(from, from + 250);
        }

        try (EventLogReader events = new EventLogReader(world.database(), null)) {
            int read = count(events);
            await().pollDelay(Duration.ofSeconds(5)).until(events::hasNext);
            while (events.hasNext()) {
                read += count(events);
            }

            assertThat(read).isEqualTo(3_000);
        }
    }

    private static int count(EventLogReader events) {
        int count = 0;
        try (var some = events.next()) {
            while (some.hasNext()) {
                some.next();
                count++;
            }
        }
        return count;
    }

    @Test
    void leavesOutWhatWasAcknowledgedLongAgoWhenItReadsAgain() {
        String old = "evt_" + "0".repeat(26);
        world.database()
                .getCollection(StoredEvent.COLLECTION)
                .insertOne(new Document("_id", old)
                        .append("aggregateId", "cnt_old")
                        .append("version", 1L));
        world.counters(0, 5);

        try (EventLogReader events = new EventLogReader(world.database(), EventStream.serverTime(world.database()))) {
            assertThat(count(events)).isEqualTo(5);
        }
    }
}
