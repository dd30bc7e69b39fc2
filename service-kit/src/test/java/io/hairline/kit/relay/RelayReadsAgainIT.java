package io.hairline.kit.relay;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import io.hairline.kit.counter.Listening;
import io.hairline.kit.counter.TestWorld;
import io.hairline.kit.events.StoredEvent;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonTimestamp;
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

    /** A write stands in the log before a majority has it, and only then does the reader of the log see it. */
    @Test
    void followsFromWhatAReaderOfTheLogSees() {
        MongoCollection<Document> events = world.database().getCollection(StoredEvent.COLLECTION);
        for (int round = 0; round < 20; round++) {
            Document first = new Document("_id", "evt_first" + round)
                    .append("aggregateId", "cnt_a")
                    .append("version", 2L * round);
            Document second = new Document("_id", "evt_second" + round)
                    .append("aggregateId", "cnt_a")
                    .append("version", 2L * round + 1);
            events.withWriteConcern(WriteConcern.W1).insertOne(first);
            events.withWriteConcern(WriteConcern.W1).insertOne(second);

            BsonTimestamp noted = EventStream.majorityTime(world.database());
            Set<String> had = new HashSet<>();
            events.find().forEach(it -> had.add(it.getString("_id")));

            try (EventStream stream = EventStream.from(world.database(), noted)) {
                await().untilAsserted(() -> {
                    stream.next()
                            .forEach(it ->
                                    had.add(requireNonNull(it.getFullDocument()).getString("_id")));
                    assertThat(had).contains(first.getString("_id"), second.getString("_id"));
                });
            }
        }
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

        try (EventLogReader events = new EventLogReader(world.database(), EventStream.majorityTime(world.database()))) {
            assertThat(count(events)).isEqualTo(5);
        }
    }
}
