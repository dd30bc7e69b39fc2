package io.hairline.kit.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoTimeoutException;
import io.hairline.kit.counter.TestWorld;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class DueWorkIT {

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private final TestWorld world = TestWorld.fresh();
    private final AtomicReference<Instant> now = new AtomicReference<>(start);
    private final Queue<String> done = new ConcurrentLinkedQueue<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final List<DueWork> instances = new ArrayList<>();

    private final Clock business = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Objects.requireNonNull(now.get());
        }
    };

    private final DueWorkHandler handler = new DueWorkHandler() {
        @Override
        public String kind() {
            return "ring";
        }

        @Override
        public void run(DueItem item) {
            world.mongo().getCollection("effects").insertOne(new Document("subject", item.subject()));
            if (item.subject().equals("impossible")) {
                throw new PermanentFailure("no bell");
            }
            if (item.subject().equals("away") && failing.contains("away")) {
                throw new MongoTimeoutException("away");
            }
            if (failing.contains(item.subject())) {
                throw new IllegalStateException("broken bell");
            }
            done.add(item.subject());
        }
    };

    private DueWork instance() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("handler", handler);
        DueWork work =
                new DueWork(world.mongo(), world.transactions(), business, beans.getBeanProvider(DueWorkHandler.class));
        instances.add(work);
        return work;
    }

    @AfterEach
    void close() {
        instances.forEach(DueWork::stop);
        world.close();
    }

    @Test
    void isDoneInDueOrderAndNotBeforeItsTime() {
        DueWork work = instance();
        work.at(start.plusSeconds(30), "ring", "third");
        work.at(start.plusSeconds(10), "ring", "first");
        work.at(start.plusSeconds(20), "ring", "second");
        work.at(start.plus(Duration.ofDays(1)), "ring", "tomorrow");
        work.start();
        await().during(Duration.ofSeconds(1)).until(done::isEmpty);

        now.set(start.plusSeconds(60));

        await().until(() -> done.size() == 3);
        assertThat(done).containsExactly("first", "second", "third");
        now.set(start.plus(Duration.ofDays(30)));
        await().until(() -> done.contains("tomorrow"));
    }

    @Test
    void isAskedForOnce() {
        DueWork work = instance();
        work.at(start, "ring", "bell");
        work.at(start, "ring", "bell");
        work.start();

        await().until(() -> !done.isEmpty());
        await().during(Duration.ofSeconds(1)).until(() -> done.size() == 1);
    }

    @Test
    void isDoneOnceByWhicheverInstanceComesFirst() {
        DueWork asking = instance();
        IntStream.range(0, 60).forEach(it -> asking.at(start.minusSeconds(it), "ring", "bell" + it));
        asking.start();
        instance().start();
        instance().start();

        await().atMost(Duration.ofSeconds(30)).until(() -> new HashSet<>(done).size() == 60);

        awaitEffects(60);
        assertThat(world.database().getCollection(DueItem.COLLECTION).countDocuments())
                .isZero();
    }

    @Test
    void isTriedAgainWithoutHoldingUpTheRest() {
        DueWork work = instance();
        failing.add("broken");
        work.at(start.minusSeconds(60), "ring", "broken");
        work.at(start, "ring", "sound");
        work.start();
        await().until(() -> done.contains("sound"));

        await().during(Duration.ofSeconds(1)).until(() -> attempts() == 1);
        failing.clear();
        world.database()
                .getCollection(DueItem.COLLECTION)
                .updateMany(new Document(), new Document("$unset", new Document("claimedUntil", "")));

        await().until(() -> done.contains("broken"));
        awaitEffects(2);
    }

    /** Work is done a moment before its transaction is committed. */
    private void awaitEffects(long count) {
        await().untilAsserted(() -> assertThat(
                        world.database().getCollection("effects").countDocuments())
                .isEqualTo(count));
    }

    @Test
    void isParkedAfterEightFailuresAndDoneWhenItIsReplayed() {
        DueWork work = instance();
        failing.add("broken");
        work.at(start.minusSeconds(60), "ring", "broken");
        work.start();
        for (int failures = 1; failures < DueWork.MOST_FAILURES; failures++) {
            int wanted = failures;
            await().until(() -> failures() == wanted);
            endTheRest();
        }

        await().until(() -> work.parked(10).size() == 1);
        assertThat(work.parked(10)).singleElement().satisfies(it -> {
            assertThat(it.subject()).isEqualTo("broken");
            assertThat(it.reason()).isEqualTo("IllegalStateException");
            assertThat(it.attempts()).isEqualTo(DueWork.MOST_FAILURES);
        });
        failing.clear();
        endTheRest();
        await().during(Duration.ofSeconds(1)).until(done::isEmpty);

        assertThat(work.replay()).isEqualTo(1);

        await().until(() -> done.contains("broken"));
        assertThat(work.parked(10)).isEmpty();
    }

    @Test
    void isTriedAgainAloneWhereTheRestStaysParked() {
        DueWork work = instance();
        failing.add("broken");
        work.at(start, "ring", "broken");
        work.at(start, "ring", "impossible");
        work.start();
        await().until(() -> failures() == 1);
        world.database()
                .getCollection(DueItem.COLLECTION)
                .updateMany(
                        new Document("subject", "broken"),
                        new Document("$set", new Document("failures", DueWork.MOST_FAILURES - 1))
                                .append("$unset", new Document("claimedUntil", "")));
        await().until(() -> work.isParked(start, "ring", "broken"));
        await().until(() -> work.isParked(start, "ring", "impossible"));
        assertThat(work.isParked(start, "ring", "bell")).isFalse();
        failing.clear();

        work.replay(start, "ring", "broken");
        work.replay(start, "ring", "bell");

        await().until(() -> done.contains("broken"));
        assertThat(work.isParked(start, "ring", "broken")).isFalse();
        assertThat(work.parked(10)).extracting(it -> it.subject()).containsExactly("impossible");
    }

    @Test
    void isParkedAtOnceIfItCanNeverSucceed() {
        DueWork work = instance();
        work.at(start, "ring", "impossible");
        work.start();

        await().until(() -> work.parked(10).size() == 1);

        assertThat(work.parked(10)).singleElement().satisfies(it -> {
            assertThat(it.reason()).isEqualTo("no bell");
            assertThat(it.attempts()).isEqualTo(1);
        });
    }

    @Test
    void isNeverGivenUpBecauseTheDatabaseWasAway() {
        DueWork work = instance();
        failing.add("away");
        work.at(start, "ring", "away");
        work.start();
        for (int attempt = 1; attempt <= DueWork.MOST_FAILURES + 1; attempt++) {
            int wanted = attempt;
            await().until(() -> attempts() == wanted);
            await().until(this::isResting);
            endTheRest();
        }

        failing.clear();

        await().until(() -> done.contains("away"));
        assertThat(work.parked(10)).isEmpty();
    }

    /** A claim is for half a minute; a rest after the first failure is shorter. */
    private boolean isResting() {
        Document item =
                world.database().getCollection(DueItem.COLLECTION).find().first();
        return item != null
                && item.getDate("claimedUntil") != null
                && item.getDate("claimedUntil")
                        .toInstant()
                        .isBefore(Instant.now().plusSeconds(10));
    }

    private void endTheRest() {
        world.database()
                .getCollection(DueItem.COLLECTION)
                .updateMany(new Document(), new Document("$unset", new Document("claimedUntil", "")));
    }

    private int failures() {
        Document item =
                world.database().getCollection(DueItem.COLLECTION).find().first();
        return item == null ? 0 : item.getInteger("failures", 0);
    }

    private int attempts() {
        Document item =
                world.database().getCollection(DueItem.COLLECTION).find().first();
        return item == null ? 0 : item.getInteger("attempts");
    }

    @Test
    void isFoundByItsIndex() {
        DueWork work = instance();
        work.at(start.plusSeconds(1), "ring", "bell");

        String plan = world.database()
                .getCollection(DueItem.COLLECTION)
                .find(Document.parse("{kind: {$in: ['ring']}, dueAt: {$lte: ISODate('2027-01-01T00:00:00Z')},"
                        + " $or: [{claimedUntil: null}, {claimedUntil: {$lt: ISODate('2027-01-01T00:00:00Z')}}]}"))
                .sort(new Document("dueAt", 1))
                .explain()
                .toJson();

        assertThat(plan).contains("IXSCAN").doesNotContain("COLLSCAN").doesNotContain("\"SORT\"");
    }
}
