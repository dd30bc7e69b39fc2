package io.hairline.kit.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.kit.counter.TestWorld;
import io.hairline.kit.counter.Together;
import java.time.Duration;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeaseIT {

    private static final TestWorld WORLD = TestWorld.fresh();
    private static final BsonDocument TOKEN = new BsonDocument("_data", new BsonString("here"));

    private final Lease one = new Lease(WORLD.database(), "one", Duration.ofMillis(400));
    private final Lease other = new Lease(WORLD.database(), "other", Duration.ofMinutes(1));

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void forget() {
        WORLD.database().getCollection(Lease.COLLECTION).deleteMany(new Document());
    }

    @Test
    void goesToOneOnly() {
        assertThat(other.acquire())
                .hasValueSatisfying(it -> assertThat(it.epoch()).isEqualTo(1));
        assertThat(one.acquire()).isEmpty();
    }

    @Test
    void goesToOneOfManyWhoComeAtOnce() {
        var leads = Together.run(16, it -> new Lease(WORLD.database(), "racer" + it, Duration.ofMinutes(1)).acquire());

        assertThat(leads.stream().filter(Optional::isPresent)).hasSize(1);
    }

    @Test
    void goesOnWithItsPositionWhenItRunsOut() {
        long first = one.acquire().orElseThrow().epoch();
        one.advance(first, TOKEN, new BsonTimestamp(7, 1));

        Lease.Leadership second =
                await().until(other::acquire, it -> it.isPresent()).orElseThrow();

        assertThat(second.epoch()).isEqualTo(first + 1);
        assertThat(second.token()).isEqualTo(TOKEN);
        assertThat(second.tokenTime()).isEqualTo(new BsonTimestamp(7, 1));
    }

    @Test
    void lastsWhileItIsRenewed() {
        long epoch = one.acquire().orElseThrow().epoch();

        await().during(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> one.renew(epoch) && other.acquire().isEmpty());
    }

    @Test
    void takesNothingFromALeaderWhoSleptThroughIt() {
        long slept = one.acquire().orElseThrow().epoch();
        long leads = await().until(other::acquire, it -> it.isPresent())
                .orElseThrow()
                .epoch();
        other.advance(leads, TOKEN, new BsonTimestamp(9, 1));

        assertThat(one.renew(slept)).isFalse();
        assertThat(one.advance(slept, new BsonDocument("_data", new BsonString("back")), new BsonTimestamp(8, 1)))
                .isFalse();
        one.release(slept);

        assertThat(one.acquire()).isEmpty();
        assertThat(WORLD.database().getCollection(Lease.COLLECTION).find().first())
                .containsEntry("token", new Document("_data", "here"));
    }

    @Test
    void isFreeAtOnceWhenGivenBack() {
        other.release(other.acquire().orElseThrow().epoch());

        assertThat(one.acquire())
                .hasValueSatisfying(it -> assertThat(it.epoch()).isEqualTo(2));
    }
}
