package io.hairline.launcher.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.wire.Attributes;
import io.hairline.contracts.wire.Topics.Topic;
import io.hairline.launcher.infrastructure.TestInfrastructure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EventTailIT {

    private static final Map<String, Object> KAFKA = TestInfrastructure.get().kafkaClient();
    private static final String TOPIC = TestInfrastructure.get().namespace() + "tail.events";
    private static final Duration DAY = Duration.ofDays(1);

    @BeforeAll
    static void say() {
        TestInfrastructure.get().kafkaAccess().create(List.of(new Topic(TOPIC, 3, Map.of())));
        try (var producer = new KafkaProducer<>(KAFKA, new StringSerializer(), new StringSerializer())) {
            say(producer, "last-year", DAY.multipliedBy(400));
            say(producer, "last-week", DAY.multipliedBy(7));
            say(producer, "yesterday", DAY);
            say(producer, "just-now", Duration.ofSeconds(5));
        }
    }

    private static void say(KafkaProducer<String, String> producer, String subject, Duration ago) {
        Instant at = Instant.now().minus(ago);
        var event = new ProducerRecord<>(TOPIC, null, at.toEpochMilli(), subject, "{}");
        event.headers().add(Attributes.SUBJECT, subject.getBytes(StandardCharsets.UTF_8));
        event.headers().add(Attributes.RECORDED_AT, at.toString().getBytes(StandardCharsets.UTF_8));
        var _ = producer.send(event);
    }

    private static List<String> read(int last, @Nullable Duration since) {
        List<String> subjects = new ArrayList<>();
        new EventTail(KAFKA, List.of(TOPIC), _ -> true, since).read(last, false, it -> subjects.add(it.subject()));
        return subjects;
    }

    @Test
    void findsTheNewestHoweverFarBackTheyLie() {
        assertThat(read(0, null)).isEmpty();
        assertThat(read(1, null)).containsExactly("just-now");
        assertThat(read(3, null)).containsExactly("last-week", "yesterday", "just-now");
        assertThat(read(50, null)).containsExactly("last-year", "last-week", "yesterday", "just-now");
    }

    @Test
    void looksBackNoFurtherThanItIsTold() {
        assertThat(read(50, Duration.ofDays(2))).containsExactly("yesterday", "just-now");
    }
}
