package io.hairline.kit.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.kit.counter.Listening;
import io.hairline.kit.counter.TestWorld;
import io.hairline.launcher.infrastructure.TestInfrastructure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** With servers of its own, which it kills. */
class RelayAwayIT {

    private static final TestInfrastructure SERVERS = TestInfrastructure.ofItsOwn();

    @Test
    void losesNothingWhenKafkaAndMongoAreAway() {
        try (TestWorld world = TestWorld.on(SERVERS, Map.of());
                Listening topic = new Listening(world);
                Relays relays = new Relays(world, Duration.ofSeconds(4))) {
            relays.start();
            List<String> ids = world.counters(0, 100);
            topic.untilEvents(100);

            SERVERS.kafkaServer().kill();
            ids.forEach(it -> world.move(it, 1));
            Document before = position(relays);
            topic.during(Duration.ofSeconds(8));
            assertThat(position(relays)).isEqualTo(before);
            SERVERS.kafkaServer().start();
            topic.untilEvents(200);

            SERVERS.mongoServer().kill();
            SERVERS.mongoServer().start();
            ids.forEach(it -> world.move(it, 1));
            topic.untilEvents(300);

            assertThat(topic.outOfOrder()).isEmpty();
        }
    }

    /** Stands still while nothing is acknowledged. */
    private static Document position(Relays relays) {
        Document token = relays.stored().get("token", Document.class);
        return token == null ? new Document() : token;
    }
}
