package io.hairline.kit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.kit.counter.Counter;
import io.hairline.kit.events.EventLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A second instance comes and goes while events flow: its group is dealt out anew, twice. */
@Tag("long")
@KitOnRealServers
class RebalanceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> COUNTERS =
            IntStream.range(0, 24).mapToObj(it -> "rebalanced-" + it).toList();

    @Autowired
    private EventLog events;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Environment environment;

    @Test
    void handlesEachEventOnceAndInOrderWhileInstancesComeAndGo() throws InterruptedException {
        COUNTERS.forEach(it -> events.record(Counter.class, () -> Counter.created(it)));
        AtomicBoolean goOn = new AtomicBoolean(true);
        Thread flow = Thread.ofVirtual().start(() -> {
            while (goOn.get()) {
                COUNTERS.forEach(this::move);
            }
        });

        try (ConfigurableApplicationContext second = secondInstance()) {
            assertThat(second.isRunning()).isTrue();
            await().atMost(PATIENCE).until(() -> instances().size() == 2);
        }
        long when = handled();
        await().atMost(PATIENCE).until(() -> handled() > when + 100);
        goOn.set(false);
        flow.join();
        long written = mongo.getCollection("events").countDocuments(mine("aggregateId"));

        await().atMost(PATIENCE).until(() -> handled() >= written);
        assertThat(handled()).isEqualTo(written);
        assertThat(outOfOrder()).isEmpty();
        assertThat(mongo.getCollection("parked").countDocuments(mine("subject")))
                .isZero();
    }

    private void move(String id) {
        events.record(
                Counter.class,
                () -> Objects.requireNonNull(mongo.findById(id, Counter.class)).moved(1));
    }

    private ConfigurableApplicationContext secondInstance() {
        Map<String, Object> settings = new HashMap<>();
        for (String it : List.of(
                "spring.config.import",
                "hairline.service",
                "spring.cloud.function.definition",
                "spring.cloud.stream.bindings.counterEvents-in-0.destination",
                "hairline.mongodb.uri",
                "hairline.kafka",
                "hairline.kafka-protocol",
                "hairline.kafka-username",
                "hairline.kafka-password",
                "hairline.namespace",
                "hairline.security.issuer",
                "hairline.security.jwks")) {
            settings.put(it, environment.getRequiredProperty(it));
        }
        settings.put("server.port", "0");
        settings.put("management.server.port", "0");
        return new SpringApplicationBuilder(KitApplication.class)
                .run(settings.entrySet().stream()
                        .map(it -> "--" + it.getKey() + "=" + it.getValue())
                        .toArray(String[]::new));
    }

    private static Document mine(String field) {
        return new Document(field, new Document("$in", COUNTERS));
    }

    private long handled() {
        return mongo.getCollection("effects").countDocuments(mine("counter"));
    }

    private Set<Integer> instances() {
        return mongo.getCollection("effects")
                .distinct("by", mine("counter"), Integer.class)
                .into(new HashSet<>());
    }

    /** Both instances are in this JVM, so that their ObjectIds rise in the order in which they were made. */
    private List<String> outOfOrder() {
        Map<String, Long> last = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        mongo.getCollection("effects")
                .find(mine("counter"))
                .sort(new Document("_id", 1))
                .forEach(it -> {
                    String counter = it.getString("counter");
                    long version = it.getLong("version");
                    if (version != last.getOrDefault(counter, 0L) + 1) {
                        wrong.add(counter + " " + version);
                    }
                    last.put(counter, version);
                });
        return wrong;
    }
}
