package io.hairline.kit.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.hairline.contracts.wire.Attributes;
import io.hairline.kit.RequestContext;
import io.hairline.kit.counter.Counter;
import io.hairline.kit.counter.Listening;
import io.hairline.kit.counter.TestWorld;
import io.hairline.kit.counter.Together;
import io.hairline.kit.events.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RelayIT {

    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final Queue<String> commands = new ConcurrentLinkedQueue<>();
    private TestWorld world;
    private Relays relays;
    private Listening topic;

    @BeforeEach
    void open() {
        world = TestWorld.fresh(new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                commands.add(event.getCommandName());
            }
        });
        relays = new Relays(world, LEASE);
        topic = new Listening(world);
    }

    @AfterEach
    void close() {
        relays.close();
        topic.close();
        world.close();
    }

    @Test
    void sendsAnEventAsACloudEvent() {
        new RequestContext("per_1", "cor_1", "evt_0", null, null, TRACE)
                .run(() -> world.events().record(Counter.class, () -> Counter.created("cnt_a")));
        StoredEvent stored = world.events().history("cnt_a").getFirst();

        relays.start();

        ConsumerRecord<String, byte[]> sent = topic.untilEvents(1).events().getFirst();
        Map<String, String> headers = new HashMap<>();
        sent.headers().forEach(it -> headers.put(it.key(), new String(it.value(), StandardCharsets.UTF_8)));
        assertThat(sent.key()).isEqualTo("cnt_a");
        assertThat(new String(sent.value(), StandardCharsets.UTF_8)).isEqualTo(stored.data());
        assertThat(headers)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry(Attributes.SPEC_VERSION, "1.0"),
                        Map.entry(Attributes.ID, stored.id()),
                        Map.entry(Attributes.SOURCE, "/hairline/counter"),
                        Map.entry(Attributes.TYPE, "counter.CounterMoved.v1"),
                        Map.entry(Attributes.TIME, stored.time().toString()),
                        Map.entry(Attributes.RECORDED_AT, stored.recordedAt().toString()),
                        Map.entry(Attributes.SUBJECT, "cnt_a"),
                        Map.entry(Attributes.AGGREGATE_VERSION, "1"),
                        Map.entry(Attributes.ACTOR, "per_1"),
                        Map.entry(Attributes.CORRELATION_ID, "cor_1"),
                        Map.entry(Attributes.CAUSATION_ID, "evt_0"),
                        Map.entry(Attributes.TRACE_PARENT, TRACE),
                        Map.entry(Attributes.CONTENT_TYPE, "application/json")));
    }

    @Test
    void keepsEachAggregatesOrderWhileManyWrite() {
        keepsOrder(20);
    }

    @Test
    @Tag("long")
    void keepsEachAggregatesOrderWhileManyWriteMuch() {
        keepsOrder(200);
    }

    private void keepsOrder(int writes) {
        relays.start();
        int events = writeWithManyThreads(4, writes, 20);

        topic.untilEvents(events);

        assertThat(topic.outOfOrder()).isEmpty();
        assertThat(topic.differentEvents()).isEqualTo(events);
    }

    /** Each thread moves its own counters, many in one transaction; returns how many events there are. */
    private int writeWithManyThreads(int threads, int writes, int atOnce) {
        List<String> ids = world.counters(0, threads * atOnce);
        Together.run(threads, thread -> {
            List<String> some = ids.subList(thread * atOnce, (thread + 1) * atOnce);
            for (int write = 0; write < writes; write++) {
                world.events()
                        .recordAll(
                                Counter.class,
                                () -> some.stream()
                                        .map(it -> world.counter(it).moved(1))
                                        .toList());
            }
            return writes;
        });
        return ids.size() + threads * writes * atOnce;
    }

    @Test
    void goesOnWhereItStopped() {
        world.counters(0, 50);
        Relay first = relays.start();
        topic.untilEvents(50).until(it -> it.records().stream().anyMatch(Listening::isTick));
        first.stop();
        world.counters(50, 100);

        relays.start();

        topic.untilEvents(100);
        assertThat(topic.outOfOrder()).isEmpty();
        assertThat(topic.events()).hasSizeLessThan(150 + 50);
    }

    @Test
    void startsAgainAfterAStop() {
        Relay relay = relays.start();
        relay.stop();
        assertThat(relay.isRunning()).isFalse();
        world.counters(0, 10);

        relay.start();

        topic.untilEvents(10);
    }

    @Test
    void sendsNothingAfterARefusal() throws Exception {
        configure("max.message.bytes", "3000");
        world.counters(0, 1);
        world.events().record(Counter.class, () -> world.counter("cnt_0").moved(1, "x".repeat(10_000)));
        for (int i = 0; i < 200; i++) {
            world.move("cnt_0", 1);
        }
        relays.start();

        topic.untilEvents(1).during(Duration.ofSeconds(2));
        assertThat(topic.differentEvents()).isEqualTo(1);
        configure("max.message.bytes", "1000000");
        topic.untilEvents(202);

        assertThat(topic.outOfOrder()).isEmpty();
    }

    private void configure(String name, String value) throws Exception {
        try (Admin admin = Admin.create(world.kafka())) {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, world.topic());
            AlterConfigOp set = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(resource, List.of(set))).all().get();
        }
    }

    @Test
    void outlivesWhatNobodyForesaw() {
        world.database()
                .getCollection(StoredEvent.COLLECTION)
                .insertOne(new Document("_id", "evt_" + "1".repeat(26))
                        .append("aggregateId", "cnt_broken")
                        .append("version", "one"));
        world.counters(0, 1);
        Relay relay = relays.start();
        await().until(() -> relays.stored().get("epoch") != null);

        world.database().getCollection(StoredEvent.COLLECTION).deleteOne(new Document("aggregateId", "cnt_broken"));

        topic.untilEvents(1);
        assertThat(relay.isRunning()).isTrue();
    }

    @Test
    void tellsOfATimeOnlyWhatLiesBehindAllEventsBeforeIt() {
        Map<String, Instant> answered = new HashMap<>();
        relays.start();
        List<String> ids = world.counters(0, 8);
        topic.until(it -> it.records().stream().anyMatch(Listening::isTick));
        Together.run(ids.size(), it -> {
            Instant end = Instant.now().plusSeconds(4);
            for (int moves = 0; moves < 30 || Instant.now().isBefore(end); moves++) {
                long version = world.move(ids.get(it), 1).version();
                Instant now = TestWorld.clock().instant();
                synchronized (answered) {
                    answered.put(ids.get(it) + " " + version, now);
                }
            }
            return it;
        });
        Instant written = TestWorld.clock().instant();
        topic.until(it -> it.records().stream()
                        .filter(Listening::isTick)
                        .filter(tick -> Listening.time(tick).isAfter(written))
                        .map(ConsumerRecord::partition)
                        .distinct()
                        .count()
                == TestWorld.PARTITIONS);

        Map<Integer, Instant> told = new HashMap<>();
        List<String> late = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> it : topic.records()) {
            if (Listening.isTick(it)) {
                told.merge(it.partition(), Listening.time(it), (one, other) -> one.isAfter(other) ? one : other);
            } else {
                String event = it.key() + " " + Listening.header(it, Attributes.AGGREGATE_VERSION);
                Instant at = answered.get(event);
                if (at != null && at.isBefore(told.getOrDefault(it.partition(), Instant.MIN))) {
                    late.add(event);
                }
            }
        }
        assertThat(answered).hasSizeGreaterThan(200);
        assertThat(late).isEmpty();
    }

    @Test
    void asksLittleOfTheDatabaseWhenNothingHappens() {
        relays.start();
        topic.until(it -> it.records().stream().anyMatch(Listening::isTick));
        commands.clear();

        topic.during(Duration.ofSeconds(4));

        assertThat(commands.size()).as("%s", commands).isLessThan(4 * 10);
    }

    @Test
    void endsSoonWhenTold() {
        Relay relay = relays.start();
        topic.until(it -> it.records().stream().anyMatch(Listening::isTick));

        assertThat(timeOf(relay::stop)).isLessThan(Duration.ofSeconds(1));
        assertThat(new Lease(world.database(), "next", LEASE).acquire()).isPresent();
    }

    @Test
    void endsSoonEvenWhenKafkaIsAway() {
        world.counters(0, 1);
        Relay relay = relays.start(Map.of("bootstrap.servers", "127.0.0.1:1"), TestWorld.clock());
        await().until(() -> relays.stored().get("epoch") != null);

        assertThat(timeOf(relay::stop)).isLessThan(Duration.ofSeconds(5));
    }

    private static Duration timeOf(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void leadsOnTheDatabasesTimeAndNotOnItsOwn() {
        relays.start(world.kafka(), Clock.offset(TestWorld.clock(), Duration.ofDays(30)));
        await().until(() -> relays.stored().get("epoch") != null);

        assertThat(new Lease(world.database(), "other", LEASE).acquire()).isEmpty();
    }
}
