package io.hairline.kit.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.UpdateOptions;
import io.hairline.contracts.wire.Attributes;
import io.hairline.kit.RequestContext;
import io.hairline.kit.counter.CounterEvent;
import io.hairline.kit.counter.CounterEvent.CounterMoved;
import io.hairline.kit.counter.TestWorld;
import io.hairline.kit.counter.Together;
import io.hairline.kit.events.EventJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class TopicConsumerIT {

    private static final TestWorld WORLD = TestWorld.fresh();
    private static final String TOPIC = "counter.events";

    private final Set<String> poison = new HashSet<>();
    private final List<String> ticks = new ArrayList<>();
    private final List<Optional<Instant>> asOf = new ArrayList<>();
    private final List<Optional<String>> traces = new ArrayList<>();
    private final AtomicInteger commits = new AtomicInteger();
    private Duration slowness = Duration.ZERO;
    private final AtomicLong offset = new AtomicLong();

    /** Counts what it is told in MongoDB, in the transaction; and in which order. */
    private final EventConsumer<CounterEvent> counting = new EventConsumer<>() {
        @Override
        public Class<CounterEvent> hears() {
            return CounterEvent.class;
        }

        @Override
        public void on(CounterEvent event, ReceivedEvent received) {
            asOf.add(Optional.ofNullable(RequestContext.current().asOf()));
            traces.add(Optional.ofNullable(RequestContext.current().traceParent()));
            countCommit();
            WORLD.mongo()
                    .getCollection("effects")
                    .updateOne(
                            new Document("_id", event.subject()),
                            new Document("$inc", new Document("times", 1))
                                    .append("$push", new Document("versions", received.version())),
                            new UpdateOptions().upsert(true));
            if (slowness.isPositive()) {
                await().pollDelay(slowness).until(() -> true);
            }
            if (poison.contains(event.subject() + " " + received.version())) {
                throw new IllegalStateException("CANARY " + event);
            }
        }
    };

    private void countCommit() {
        if (TransactionSynchronizationManager.getSynchronizations().isEmpty()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    commits.incrementAndGet();
                }
            });
        }
    }

    private final ReentrantLock turn = new ReentrantLock();
    private final TopicConsumer<CounterEvent> topicConsumer = inlet();

    private TopicConsumer<CounterEvent> inlet() {
        return new TopicConsumer<>(
                new Inbox(WORLD.mongo(), TOPIC),
                new EventDispatcher<>(CounterEvent.class, List.of(counting)),
                WORLD.transactions(),
                List.of((topic, partition, time) -> ticks.add(partition + " " + time)),
                turn);
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void empty() {
        Stream.of("effects", "inbox", "parked")
                .forEach(it -> WORLD.database().getCollection(it).deleteMany(new Document()));
    }

    private static Sent event(String subject, long version) {
        return record(headers(subject, version), body(subject));
    }

    private static byte[] body(String subject) {
        return EventJson.write(new CounterMoved(subject, 1, "", null)).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> headers(String subject, long version) {
        return new HashMap<>(Map.of(
                Attributes.ID,
                "evt_" + subject + version,
                Attributes.SOURCE,
                "/hairline/counter",
                Attributes.TYPE,
                "counter.CounterMoved.v1",
                Attributes.SUBJECT,
                subject,
                Attributes.AGGREGATE_VERSION,
                Long.toString(version),
                Attributes.TIME,
                "2027-01-12T09:00:00Z"));
    }

    /** What is on the topic. */
    private record Sent(Map<String, String> headers, byte @Nullable [] body) {

        ConsumerRecord<?, byte[]> at(long offset) {
            ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(TOPIC, 0, offset, null, body);
            headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            return record;
        }
    }

    private static Sent record(Map<String, String> headers, byte @Nullable [] body) {
        return new Sent(headers, body);
    }

    private void consume(Sent... poll) {
        consume(topicConsumer, List.of(poll));
    }

    private void consume(TopicConsumer<CounterEvent> by, List<Sent> poll) {
        by.consume(poll.stream()
                .<ConsumerRecord<?, byte[]>>map(it -> it.at(offset.getAndIncrement()))
                .toList());
    }

    @Test
    void waitsWhileAnotherTopicsPollHasItsTurn() throws InterruptedException {
        Thread waiting;
        turn.lock();
        try {
            waiting = Thread.ofVirtual().start(() -> consume(event("cnt_turn", 1)));
            await().until(turn::hasQueuedThreads);
            assertThat(versions("cnt_turn")).isEmpty();
        } finally {
            turn.unlock();
        }
        waiting.join();

        assertThat(versions("cnt_turn")).containsExactly(1L);
    }

    private static List<Long> versions(String subject) {
        Document found = WORLD.database()
                .getCollection("effects")
                .find(new Document("_id", subject))
                .first();
        return found == null ? List.of() : found.getList("versions", Long.class);
    }

    private static List<ParkedEvent> parked() {
        return WORLD.mongo().findAll(ParkedEvent.class);
    }

    @Test
    void handlesAnEventOnceHoweverOftenItComes() {
        consume(event("a", 1), event("a", 1), event("b", 1), event("a", 2), event("a", 1), event("b", 1));
        consume(event("a", 1), event("a", 2), event("b", 1));
        consume(event("a", 2));

        assertThat(versions("a")).containsExactly(1L, 2L);
        assertThat(versions("b")).containsExactly(1L);
        assertThat(parked()).isEmpty();
    }

    @Test
    void datesWhatFollowsFromHistoryBack() {
        Map<String, String> told = headers("a", 1);
        told.put(Attributes.RECORDED_AT, "2029-02-01T09:00:00Z");
        Map<String, String> fresh = headers("b", 1);
        fresh.put(Attributes.RECORDED_AT, "2027-01-12T09:00:00.010Z");

        consume(record(told, body("a")), record(fresh, body("b")), event("c", 1));

        assertThat(asOf)
                .containsExactly(
                        Optional.of(Instant.parse("2027-01-12T09:00:00Z")), Optional.empty(), Optional.empty());
    }

    @Test
    void passesOnTheTraceOfAnEvent() {
        Map<String, String> traced = headers("a", 1);
        traced.put(Attributes.TRACE_PARENT, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        consume(record(traced, body("a")), event("b", 1));

        assertThat(traces).containsExactly(Optional.of(traced.get(Attributes.TRACE_PARENT)), Optional.empty());
    }

    @Test
    void letsAnEventWaitForTheOneBeforeIt() {
        consume(event("a", 1), event("a", 3));
        consume(event("a", 5), event("a", 4), event("b", 1));
        assertThat(versions("a")).containsExactly(1L);
        assertThat(versions("b")).containsExactly(1L);

        consume(event("a", 2));

        assertThat(versions("a")).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(parked()).isEmpty();
        assertThat(new Inbox(WORLD.mongo(), TOPIC).seen("a").parked()).isFalse();
    }

    @Test
    void endsTheSameWhateverTheOrderAndTheRepeats() {
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            String subject = "s" + round;
            List<Sent> all = new ArrayList<>();
            for (long version = 1; version <= 8; version++) {
                for (int repeat = 0; repeat < 3; repeat++) {
                    all.add(event(subject, version));
                }
            }
            Collections.shuffle(all, random);
            while (!all.isEmpty()) {
                List<Sent> poll = all.subList(0, Math.min(all.size(), 1 + random.nextInt(7)));
                consume(topicConsumer, List.copyOf(poll));
                poll.clear();
            }

            assertThat(versions(subject)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        }
        assertThat(parked()).isEmpty();
    }

    @Test
    void parksWhatCannotBeHandledAndLetsAllOthersPass() {
        poison.add("b 2");

        consume(event("a", 1), event("b", 1), event("b", 2), event("c", 1), event("b", 3), event("a", 2));
        consume(event("b", 4), event("c", 2));

        assertThat(versions("a")).containsExactly(1L, 2L);
        assertThat(versions("b")).containsExactly(1L);
        assertThat(versions("c")).containsExactly(1L, 2L);
        assertThat(parked())
                .extracting(ParkedEvent::subject, ParkedEvent::version, ParkedEvent::state)
                .containsExactlyInAnyOrder(
                        tuple("b", 2L, ParkedEvent.State.FAILED),
                        tuple("b", 3L, ParkedEvent.State.WAITING),
                        tuple("b", 4L, ParkedEvent.State.WAITING));
    }

    @Test
    void saysWhyButNotWhat() {
        poison.add("b 1");

        consume(event("b", 1), record(headers("c", 1), "{\"counterId\":\"CANARY".getBytes(StandardCharsets.UTF_8)));

        assertThat(parked())
                .extracting(ParkedEvent::reason)
                .allSatisfy(it -> assertThat(it).doesNotContain("CANARY", "counterId"));
        assertThat(parked())
                .extracting(ParkedEvent::reason)
                .anyMatch(it -> it.startsWith("IllegalStateException at TopicConsumerIT"));
    }

    @Test
    void goesOnInOrderWhenTheHandlerIsMended() {
        poison.add("b 2");
        consume(event("b", 1), event("b", 2), event("b", 3), event("b", 4));
        assertThat(topicConsumer.drain("b")).isZero();
        poison.clear();

        assertThat(topicConsumer.drain("b")).isEqualTo(3);

        assertThat(versions("b")).containsExactly(1L, 2L, 3L, 4L);
        assertThat(parked()).isEmpty();
    }

    @Test
    void catchesUpInFewTransactionsHoweverManyWaited() {
        List<Sent> poll = new ArrayList<>();
        for (long version = 250; version > 1; version--) {
            poll.add(event("b", version));
        }
        consume(topicConsumer, poll);
        poison.add("b 180");
        commits.set(0);

        consume(event("b", 1));

        assertThat(versions("b")).hasSize(179).isSorted();
        poison.clear();
        assertThat(topicConsumer.drain("b")).isEqualTo(71);
        assertThat(versions("b")).hasSize(250).isSorted();
        assertThat(commits).hasValueLessThan(20);
        assertThat(parked()).isEmpty();
    }

    @Test
    void findsThePoisonInABigPollSoon() {
        poison.add("s77 1");
        List<Sent> poll = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            poll.add(event("s" + i, 1));
        }

        consume(topicConsumer, poll);

        assertThat(parked()).extracting(ParkedEvent::subject).containsExactly("s77");
        assertThat(WORLD.database().getCollection("effects").countDocuments()).isEqualTo(299);
    }

    @Test
    void handlesAPollInPiecesWhenItTakesTooLongForOneTransaction() {
        slowness = Duration.ofMillis(400);
        List<Sent> poll = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            poll.add(event("s" + i, 1));
        }

        consume(topicConsumer, poll);

        assertThat(WORLD.database().getCollection("effects").countDocuments()).isEqualTo(14);
        assertThat(parked()).isEmpty();
    }

    /** Somebody changes what the last event is about more often than a transaction of the whole poll takes. */
    @Test
    void handlesAPollInPiecesWhenOthersKeepUndoingIt() {
        slowness = Duration.ofMillis(15);
        Sent[] poll = IntStream.range(0, 32).mapToObj(it -> event("e" + it, 1)).toArray(Sent[]::new);
        AtomicBoolean consumed = new AtomicBoolean();

        Together.run(2, who -> {
            if (who == 0) {
                try {
                    consume(poll);
                } finally {
                    consumed.set(true);
                }
            }
            while (!consumed.get()) {
                change("e31");
                await().pollDelay(Duration.ofMillis(150)).until(() -> true);
            }
            return who;
        });

        assertThat(WORLD.database().getCollection("effects").countDocuments(new Document("times", 1)))
                .isEqualTo(32);
    }

    private static void change(String subject) {
        WORLD.database()
                .getCollection("effects")
                .updateOne(
                        new Document("_id", subject),
                        new Document("$inc", new Document("changes", 1)),
                        new UpdateOptions().upsert(true));
    }

    @Test
    void skipsATypeItDoesNotKnowAndGoesOn() {
        Map<String, String> unknown = headers("a", 2);
        unknown.put(Attributes.TYPE, "counter.CounterPainted.v1");

        consume(event("a", 1), record(unknown, body("a")), event("a", 3));

        assertThat(versions("a")).containsExactly(1L, 3L);
        assertThat(parked()).extracting(ParkedEvent::state).containsExactly(ParkedEvent.State.SKIPPED);
        assertThat(topicConsumer.feedSkipped()).isZero();
    }

    @Test
    void feedsWhatItSkippedOnceItsTypeIsKnown() {
        Map<String, String> unknown = headers("a", 1);
        unknown.put(Attributes.TYPE, "counter.CounterPainted.v1");
        consume(record(unknown, body("a")), event("a", 2));
        WORLD.database()
                .getCollection("parked")
                .updateMany(
                        new Document(),
                        new Document("$set", new Document("headers.ce_type", "counter.CounterMoved.v1")));

        List<Integer> fed = Together.run(4, _ -> inlet().feedSkipped());

        assertThat(fed.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
        assertThat(versions("a")).containsExactly(2L, 1L);
        assertThat(parked()).isEmpty();
    }

    @Test
    void keepsWhatItSkippedWhenItCannotBeFed() {
        Map<String, String> unknown = headers("a", 1);
        unknown.put(Attributes.TYPE, "counter.CounterPainted.v1");
        consume(record(unknown, body("a")));
        WORLD.database()
                .getCollection("parked")
                .updateMany(
                        new Document(),
                        new Document("$set", new Document("headers.ce_type", "counter.CounterMoved.v1")));
        poison.add("a 1");

        assertThat(topicConsumer.feedSkipped()).isZero();

        assertThat(parked()).hasSize(1);
    }

    @Test
    void parksWhatHasNoReadableEnvelope() {
        for (String needed : List.of(
                Attributes.ID, Attributes.TYPE, Attributes.SUBJECT, Attributes.AGGREGATE_VERSION, Attributes.TIME)) {
            Map<String, String> headers = headers("a", 1);
            headers.remove(needed);
            consume(record(headers, body("a")));
        }
        for (String version : List.of("0", "-1", "one", "99999999999999999999")) {
            Map<String, String> headers = headers("a", 1);
            headers.put(Attributes.AGGREGATE_VERSION, version);
            consume(record(headers, body("a")));
        }
        consume(record(headers("a", 1), null), record(Map.of(), body("a")), event("a", 1));

        assertThat(parked()).hasSize(11);
        assertThat(versions("a")).containsExactly(1L);
    }

    @Test
    void parksAnUnreadableBodyInItsPlace() {
        consume(
                record(headers("a", 1), "{".getBytes(StandardCharsets.UTF_8)),
                record(headers("b", 1), "[]".getBytes(StandardCharsets.UTF_8)),
                record(headers("c", 1), "{\"step\":\"far\"}".getBytes(StandardCharsets.UTF_8)),
                record(headers("d", 1), "{}".getBytes(StandardCharsets.UTF_8)),
                record(headers("e", 1), new byte[0]),
                event("a", 2),
                event("f", 1));

        assertThat(versions("f")).containsExactly(1L);
        assertThat(parked())
                .extracting(ParkedEvent::subject, ParkedEvent::version)
                .containsExactlyInAnyOrder(
                        tuple("a", 1L), tuple("a", 2L), tuple("b", 1L), tuple("c", 1L), tuple("d", 1L), tuple("e", 1L));
    }

    @Test
    void parksABodyThatContradictsItsEnvelope() {
        Map<String, String> elsewhere = headers("b", 1);
        elsewhere.put(Attributes.CLINIC_ID, "cln_01kb324mnpzx45hy43kwjrp1xp");
        byte[] body = EventJson.write(new CounterMoved(
                        "b", 1, "", new io.hairline.contracts.ClinicId("cln_01kb324mnpzx45hy43kwjrp1xq")))
                .getBytes(StandardCharsets.UTF_8);

        consume(record(headers("a", 1), body("z")), record(elsewhere, body));

        assertThat(parked())
                .extracting(ParkedEvent::reason)
                .containsExactlyInAnyOrder(
                        "Unreadable: body and envelope name different subjects",
                        "Unreadable: body and envelope name different clinics");
        assertThat(WORLD.database().getCollection("effects").countDocuments()).isZero();
    }

    @Test
    void takesHeadersOfOthersAndBigBodiesAsTheyCome() {
        poison.add("a 1");
        Map<String, String> headers = headers("a", 1);
        headers.put("some.other$header", "x");
        byte[] big = EventJson.write(new CounterMoved("a", 1, "x".repeat(900_000), null))
                .getBytes(StandardCharsets.UTF_8);

        consume(record(headers, big), record(Map.of("$bad.name", "x"), big), event("b", 1));

        assertThat(versions("b")).containsExactly(1L);
        assertThat(parked()).hasSize(2).extracting(ParkedEvent::body).allMatch(it -> it.length == big.length);
        poison.clear();
        assertThat(topicConsumer.drain("a")).isEqualTo(1);
    }

    @Test
    void handlesOnceWhenTwoInstancesHaveTheSamePartition() {
        List<Sent> all = new ArrayList<>();
        for (long version = 1; version <= 20; version++) {
            for (String subject : List.of("a", "b", "c")) {
                all.add(event(subject, version));
            }
        }

        Together.run(4, it -> {
            TopicConsumer<CounterEvent> mine = inlet();
            for (int from = 0; from < all.size(); from += 3 + it) {
                consume(mine, all.subList(from, Math.min(all.size(), from + 3 + it)));
            }
            return it;
        });

        for (String subject : List.of("a", "b", "c")) {
            assertThat(versions(subject)).hasSize(20).isSorted();
        }
        assertThat(parked()).isEmpty();
    }

    @Test
    void forgetsAParkedEventThatWasHandledElsewhereMeanwhile() {
        consume(event("a", 1), event("a", 3));
        ParkedEvent stale = parked().getFirst();
        consume(event("a", 2));
        WORLD.mongo().save(stale);
        WORLD.database()
                .getCollection("inbox")
                .updateMany(new Document(), new Document("$set", new Document("parked", true)));

        consume(event("a", 4));

        assertThat(parked()).isEmpty();
        assertThat(new Inbox(WORLD.mongo(), TOPIC).seen("a").parked()).isFalse();
    }

    @Test
    void parksAnEventThatNamesAnotherSourceThanTheTopics() {
        for (String source : List.of("/hairline/booking", "/hairline/", "counter", "")) {
            Map<String, String> headers = headers("a", 1);
            headers.put(Attributes.SOURCE, source);
            consume(record(headers, body("a")));
        }
        Map<String, String> nameless = headers("a", 1);
        nameless.remove(Attributes.SOURCE);
        consume(record(nameless, body("a")));

        assertThat(versions("a")).isEmpty();
        assertThat(parked())
                .hasSize(5)
                .extracting(ParkedEvent::reason)
                .allSatisfy(it -> assertThat(it).isEqualTo("Unreadable: the source isn't /hairline/counter"));

        consume(event("a", 1));
        assertThat(versions("a")).containsExactly(1L);
    }

    private static Sent tick(String source, String time) {
        return record(
                Map.of(Attributes.SOURCE, source, Attributes.TYPE, Attributes.TICK, Attributes.TIME, time),
                new byte[0]);
    }

    @Test
    void tellsTicksAndMindsNoneThatIsBrokenOrForged() {
        consume(
                tick("/hairline/counter", "2027-01-12T09:00:00Z"),
                tick("/hairline/counter", "soon"),
                tick("/hairline/booking", "2029-01-12T09:00:00Z"),
                record(Map.of(Attributes.TYPE, Attributes.TICK), null),
                event("a", 1));

        assertThat(ticks).containsExactly("0 " + Instant.parse("2027-01-12T09:00:00Z"));
        assertThat(parked()).isEmpty();
        assertThat(versions("a")).containsExactly(1L);
    }
}
