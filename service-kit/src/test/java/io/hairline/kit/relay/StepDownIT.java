package io.hairline.kit.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.kit.counter.Counter;
import io.hairline.kit.counter.Listening;
import io.hairline.kit.counter.TestWorld;
import io.hairline.kit.events.Failures;
import io.hairline.kit.events.StoredEvent;
import io.hairline.kit.events.Transactions;
import io.hairline.launcher.infrastructure.MongoReplicaSet;
import io.hairline.launcher.infrastructure.TestInfrastructure;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** MongoDB as a set of three whose leader steps down, and dies, while commands are recorded and carried. */
@Tag("long")
class StepDownIT {

    private static final Logger log = LoggerFactory.getLogger(StepDownIT.class);
    private static final TestInfrastructure SERVERS = TestInfrastructure.ofItsOwn();
    private static final int WRITERS = 4;
    private static final int STEP_DOWNS = 5;
    private static final Duration REST = Duration.ofSeconds(8);
    /** MongoDB's members wait for ten seconds before they choose another leader. */
    private static final Duration ELECTED = Duration.ofSeconds(15);

    private final MongoReplicaSet set = SERVERS.mongoSet();

    @Test
    void losesNothingThatWasAnsweredAndCarriesAllOfIt() {
        try (TestWorld world = TestWorld.on(SERVERS, set);
                Listening topic = new Listening(world);
                Relays relays = new Relays(world, Duration.ofSeconds(10))) {
            relays.start();
            List<Writer> writers = world.counters(0, WRITERS).stream()
                    .map(it -> new Writer(world, it))
                    .toList();
            try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
                writers.forEach(hands::execute);
                try {
                    stepDownAgainAndAgain();
                    assertThat(writers).allSatisfy(it -> assertThat(it.failures).isEmpty());
                    killAndAwait(writers);
                } finally {
                    writers.forEach(it -> it.over = true);
                }
            }

            writers.forEach(it -> assertThat(world.counter(it.counter).total())
                    .isBetween((long) it.done.get(), (long) it.done.get() + it.failures.size()));
            assertThat(writers.stream().flatMap(it -> it.failures.stream()))
                    .isNotEmpty()
                    .doesNotHaveAnyElementsOfTypes(Transactions.Contended.class)
                    .allMatch(Failures::areAway);
            int written =
                    (int) world.mongo().getCollection(StoredEvent.COLLECTION).countDocuments();
            topic.untilEvents(written);
            assertThat(topic.outOfOrder()).isEmpty();
            assertThat(topic.differentEvents()).isEqualTo(written);
        }
    }

    private void stepDownAgainAndAgain() {
        for (int time = 1; time <= STEP_DOWNS; time++) {
            rest();
            set.stepDown();
        }
        rest();
    }

    private void killAndAwait(List<Writer> writers) {
        set.killLeader();
        long killed = System.nanoTime();
        List<Integer> before = writers.stream().map(it -> it.done.get()).toList();
        await().atMost(ELECTED)
                .until(() -> IntStream.range(0, WRITERS)
                        .allMatch(it -> writers.get(it).done.get() > before.get(it) + 1));
        log.info("all write again after ms={}", (System.nanoTime() - killed) / 1_000_000);
        set.heal();
        rest();
    }

    private static void rest() {
        await().pollDelay(REST).until(() -> true);
    }

    /** Moves one counter again and again; what failed may have been done nevertheless. */
    private static final class Writer implements Runnable {
        private final TestWorld world;
        private final String counter;
        private final AtomicInteger done = new AtomicInteger();
        private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
        private volatile boolean over;

        Writer(TestWorld world, String counter) {
            this.world = world;
            this.counter = counter;
        }

        @Override
        public void run() {
            while (!over) {
                try {
                    Counter _ = world.move(counter, 1);
                    done.incrementAndGet();
                } catch (RuntimeException e) {
                    log.info("failed reason={}", e.toString());
                    failures.add(e);
                }
            }
        }
    }
}
