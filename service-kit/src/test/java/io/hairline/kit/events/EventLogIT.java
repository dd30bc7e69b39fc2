package io.hairline.kit.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.hairline.kit.Refusal;
import io.hairline.kit.RequestContext;
import io.hairline.kit.counter.Counter;
import io.hairline.kit.counter.CounterEvent;
import io.hairline.kit.counter.TestWorld;
import io.hairline.kit.counter.Together;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;

class EventLogIT {

    private static final TestWorld WORLD = TestWorld.fresh();
    private static final EventLog LOG = WORLD.events();
    private static final int ROUNDS = 100;

    @PersonalData
    @org.springframework.data.mongodb.core.mapping.Document("diaries")
    @TypeAlias("diary")
    record Diary(@Id String id, long version, String secret) implements Aggregate {
        @Override
        public String aggregateId() {
            return id;
        }
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void empty() {
        List.of("counters", "events", "requests", "diaries")
                .forEach(it -> WORLD.database().getCollection(it).deleteMany(new Document()));
    }

    private static RequestContext with(String key, String body) {
        return new RequestContext("per_1", "cor_1", null, new RequestContext.Repeatable(key, body));
    }

    private static long events() {
        return WORLD.database().getCollection("events").countDocuments();
    }

    @Test
    void keepsStateAndEventTogether() {
        LOG.record(Counter.class, () -> Counter.created("a"));
        WORLD.move("a", 5);

        assertThat(WORLD.counter("a")).isEqualTo(new Counter("a", 2, 5));
        assertThat(LOG.history("a")).extracting(StoredEvent::version).containsExactly(1L, 2L);
    }

    @Test
    void keepsWhatACommandDecidesForOthersWithIt() {
        WORLD.counters(0, 1);

        LOG.record(
                Counter.class,
                () -> Counter.created("a").with(List.of(WORLD.counter("cnt_0").moved(7))));

        assertThat(WORLD.counter("cnt_0")).isEqualTo(new Counter("cnt_0", 2, 7));
        assertThat(LOG.history("cnt_0")).extracting(StoredEvent::version).containsExactly(1L, 2L);
    }

    @Test
    void keepsNothingOfOthersWhenTheCommandFails() {
        WORLD.counters(0, 1);
        DomainlessChange failing = new DomainlessChange();

        assertThatThrownBy(() -> LOG.record(
                        Counter.class,
                        () -> failing.change()
                                .with(List.of(WORLD.counter("cnt_0").moved(7)))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(WORLD.counter("cnt_0").version()).isEqualTo(1);
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void keepsNeitherWhenItFailsBetween() {
        WORLD.counters(0, 1);
        DomainlessChange failing = new DomainlessChange();

        assertThatThrownBy(() -> LOG.recordAll(
                        Counter.class, () -> List.of(WORLD.counter("cnt_0").moved(1), failing.change())))
                .isInstanceOf(IllegalStateException.class);

        assertThat(WORLD.counter("cnt_0").version()).isEqualTo(1);
        assertThat(events()).isEqualTo(1);
    }

    /** An event that is about another aggregate: found out after the first was written. */
    private static final class DomainlessChange {
        Change<Counter> change() {
            return Change.to(new Counter("x", 1, 0), new CounterEvent.CounterMoved("y", 0, "", null));
        }
    }

    @Test
    void appliesEveryOneOfManyCommandsAtOnce() {
        WORLD.counters(0, 1);

        Together.run(32, _ -> WORLD.move("cnt_0", 1));

        assertThat(WORLD.counter("cnt_0")).isEqualTo(new Counter("cnt_0", 33, 32));
        assertThat(LOG.history("cnt_0"))
                .extracting(StoredEvent::version)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 33).boxed().toList());
    }

    @Test
    void letsNoVersionOfAnAggregateHappenTwice() {
        WORLD.counters(0, 1);
        Counter first = WORLD.counter("cnt_0");
        WORLD.database().getCollection("counters").deleteMany(new Document());

        assertThatThrownBy(() -> LOG.record(Counter.class, () -> Counter.created(first.id())))
                .hasRootCauseInstanceOf(com.mongodb.MongoException.class);

        assertThat(events()).isEqualTo(1);
        assertThat(WORLD.database().getCollection("counters").countDocuments()).isZero();
    }

    @Test
    void storesNothingOfWhatWasRefused() {
        WORLD.counters(0, 1);

        assertThatThrownBy(() -> with("k", "b")
                        .run(() -> LOG.record(Counter.class, () -> {
                            throw Refusal.rule("no", "No.");
                        })))
                .isInstanceOf(Refusal.class);

        assertThat(events()).isEqualTo(1);
        assertThat(WORLD.database().getCollection("requests").countDocuments()).isZero();
    }

    @Test
    void storesNothingOfAWishThatIsFulfilled() {
        WORLD.counters(0, 1);

        LOG.record(Counter.class, () -> Change.none(WORLD.counter("cnt_0")));

        assertThat(events()).isEqualTo(1);
    }

    @Test
    void refusesAnEventThatNoTopicWouldTake() {
        WORLD.counters(0, 1);

        assertThatThrownBy(() ->
                        LOG.record(Counter.class, () -> WORLD.counter("cnt_0").moved(1, "x".repeat(200_001))))
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::slug)
                .isEqualTo("too-large");

        assertThat(WORLD.counter("cnt_0").version()).isEqualTo(1);
    }

    @Test
    void answersARepeatedRequestTheSameWithoutDoingItAgain() {
        WORLD.counters(0, 1);
        Counter first = with("k", "b").run(() -> WORLD.move("cnt_0", 1));
        WORLD.move("cnt_0", 7);

        Counter again = with("k", "b").run(() -> WORLD.move("cnt_0", 1));

        assertThat(again).isEqualTo(first);
        assertThat(WORLD.counter("cnt_0").total()).isEqualTo(8);
    }

    @Test
    void doesARequestOnceThatComesFiftyTimesAtOnce() {
        WORLD.counters(0, 1);

        List<Counter> answers = Together.run(50, _ -> with("k50", "b").run(() -> WORLD.move("cnt_0", 1)));

        assertThat(answers).hasSize(50).containsOnly(new Counter("cnt_0", 2, 1));
        assertThat(events()).isEqualTo(2);
    }

    @Test
    void refusesAKeyThatCameWithAnotherBody() {
        WORLD.counters(0, 1);
        with("k", "b").run(() -> WORLD.move("cnt_0", 1));

        assertThatThrownBy(() -> with("k", "other").run(() -> WORLD.move("cnt_0", 2)))
                .asInstanceOf(type(Refusal.class))
                .satisfies(it -> assertThat(it.slug()).isEqualTo("idempotency-mismatch"))
                .satisfies(it -> assertThat(it.kind().status()).isEqualTo(422));
        assertThat(WORLD.counter("cnt_0").total()).isEqualTo(1);
    }

    @Test
    void takesACommandInsideACommandAsPartOfTheSameRequest() {
        WORLD.counters(0, 2);

        for (int i = 0; i < 2; i++) {
            Counter outer = with("nested", "b")
                    .run(() -> LOG.record(Counter.class, () -> {
                        WORLD.move("cnt_1", 1);
                        return WORLD.counter("cnt_0").moved(1);
                    }));
            assertThat(outer).isEqualTo(new Counter("cnt_0", 2, 1));
        }

        assertThat(WORLD.counter("cnt_1").total()).isEqualTo(1);
    }

    @Test
    void keepsNoCopyOfAPerson() {
        Supplier<Diary> writing = () -> LOG.record(
                Diary.class,
                () -> Change.to(new Diary("d", 1, "CANARY"), new CounterEvent.CounterMoved("d", 0, "", null)));

        Diary written = with("k", "b").run(writing);

        String request = Objects.requireNonNull(
                        WORLD.database().getCollection("requests").find().first())
                .toJson();
        assertThat(request).doesNotContain("CANARY");
        assertThat(with("k", "b").run(writing)).isEqualTo(written);
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void runsACommandAgainAfterAConflict() {
        WORLD.counters(0, 1);
        AtomicInteger runs = new AtomicInteger();

        LOG.record(Counter.class, () -> {
            Counter loaded = WORLD.counter("cnt_0");
            if (runs.incrementAndGet() == 1) {
                Together.run(1, _ -> WORLD.move("cnt_0", 10));
            }
            return loaded.moved(1);
        });

        assertThat(runs).hasValueGreaterThan(1);
        assertThat(WORLD.counter("cnt_0").total()).isEqualTo(11);
    }

    /** A caller who was refused for what another did finds it done, however soon it looks. */
    @Test
    void refusesForNothingThatALaterReadDoesNotSee() {
        WORLD.counters(0, 1);
        for (int round = 1; round <= ROUNDS; round++) {
            int moved = round;
            Together.run(2, it -> {
                if (it == 0) {
                    WORLD.move("cnt_0", 1);
                } else {
                    refuseWhenItMovedTo(moved);
                    assertThat(WORLD.counter("cnt_0").total()).isEqualTo(moved);
                }
                return it;
            });
        }
    }

    private static void refuseWhenItMovedTo(int total) {
        boolean refused = false;
        while (!refused) {
            try {
                LOG.record(Counter.class, () -> {
                    Counter seen = WORLD.counter("cnt_0");
                    if (seen.total() == total) {
                        throw Refusal.rule("moved", "It moved.");
                    }
                    return Change.none(seen);
                });
            } catch (Refusal e) {
                refused = true;
            }
        }
    }
}
