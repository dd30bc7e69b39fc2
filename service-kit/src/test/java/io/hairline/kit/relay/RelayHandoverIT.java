package io.hairline.kit.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.kit.counter.Listening;
import io.hairline.kit.counter.TestWorld;
import io.hairline.kit.counter.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelayHandoverIT {

    private final TestWorld world = TestWorld.fresh();
    private final Listening topic = new Listening(world);
    private final AtomicInteger written = new AtomicInteger();

    @AfterEach
    void close() {
        topic.close();
        world.close();
    }

    @Test
    void leavesItToOneWhileBothLive() {
        try (RelayProcess one = leading("", 0);
                RelayProcess other = RelayProcess.start(world)) {
            write(Duration.ofSeconds(2));
            topic.untilEvents(written.get());

            assertThat(topic.events()).hasSize(written.get());
            assertThat(stored().getLong("epoch")).isEqualTo(1);
            assertThat(one.isAlive() && other.isAlive()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"mid-batch, 30", "after-ack, 3"})
    void isTakenOverWhenItDies(String point, int after) throws Exception {
        try (RelayProcess dies = leading(point, after)) {
            write(Duration.ofSeconds(3));
            assertThat(dies.exit()).isEqualTo(137);
        }
        try (RelayProcess _ = RelayProcess.start(world)) {
            topic.untilEvents(written.get());
        }

        assertThat(topic.outOfOrder()).isEmpty();
        assertThat(topic.differentEvents()).isEqualTo(written.get());
    }

    @Test
    void neitherLosesNorReordersWhenALeaderSleepsThroughItsLease() {
        try (RelayProcess sleeper = leading("", 0)) {
            try (RelayProcess _ = RelayProcess.start(world)) {
                Together.run(2, it -> it == 0 ? write(Duration.ofSeconds(5)) : sleep(sleeper));
                topic.untilEvents(written.get());
            }
            topic.during(Duration.ofSeconds(1));
        }

        assertThat(stored().getLong("epoch")).isGreaterThan(1);
        assertThat(topic.outOfOrder()).isEmpty();
        assertThat(topic.differentEvents()).isEqualTo(written.get());
    }

    private RelayProcess leading(String crashAt, int after) {
        RelayProcess process = RelayProcess.start(world, crashAt, after);
        await().atMost(Duration.ofSeconds(30)).until(() -> stored().get("token") != null);
        return process;
    }

    /** In the middle of the writing, and for longer than the lease. */
    private boolean sleep(RelayProcess sleeper) {
        long before = stored().getLong("epoch");
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        sleeper.suspend();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> stored().getLong("epoch") > before || !stored().containsKey("until"));
        sleeper.resume();
        return true;
    }

    private boolean write(Duration length) {
        int from = written.get();
        List<String> ids = world.counters(from, from + 6);
        written.addAndGet(6);
        Instant end = Instant.now().plus(length);
        Together.run(ids.size(), it -> {
            while (Instant.now().isBefore(end)) {
                world.move(ids.get(it), 1);
                written.incrementAndGet();
            }
            return it;
        });
        return true;
    }

    private Document stored() {
        Document stored =
                world.database().getCollection(Lease.COLLECTION).find().first();
        return stored == null ? new Document("epoch", 0L) : stored;
    }
}
