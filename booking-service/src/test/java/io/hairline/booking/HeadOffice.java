package io.hairline.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.headoffice.HeadOfficeEvent;
import io.hairline.contracts.identity.IdentityEvent;
import io.hairline.contracts.notification.NotificationEvent;
import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.contracts.wire.Attributes;
import io.hairline.contracts.wire.Topics;
import io.hairline.contracts.wire.WireNames;
import io.hairline.kit.HairlineProperties;
import io.hairline.kit.Ids;
import io.hairline.kit.events.EventJson;
import io.hairline.launcher.infrastructure.TestInfrastructure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The other services as booking hears them: their events on their topics, in the envelope of the relay. */
public final class HeadOffice implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final HairlineProperties hairline;
    private final MongoTemplate booking;
    private final Map<String, Long> versions = new HashMap<>();

    HeadOffice(HairlineProperties hairline, MongoTemplate booking) {
        this.producer = new KafkaProducer<>(
                TestInfrastructure.get().kafkaClient(), new StringSerializer(), new ByteArraySerializer());
        this.hairline = hairline;
        this.booking = booking;
    }

    /** Sends events and returns when booking has heard them all. */
    public void tell(DomainEvent... events) {
        tell(List.of(events));
    }

    public void tell(List<? extends DomainEvent> events) {
        tellAt(Instant.now(), events);
    }

    /** The same with another business time of the events. */
    public void tellAt(Instant time, DomainEvent... events) {
        tellAt(time, List.of(events));
    }

    private synchronized void tellAt(Instant time, List<? extends DomainEvent> events) {
        events.forEach(it -> send(it, time));
        producer.flush();
        // A look ends at the first that is missing: to name all of them, fifty times a second, takes a quarter of a
        // core.
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> events.forEach(it -> assertThat(heard(topicOf(it), it.subject()))
                        .as("%s", it)
                        .isEqualTo(versions.get(line(it)))));
    }

    private void send(DomainEvent event, Instant time) {
        long version = versions.merge(line(event), 1L, Long::sum);
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                hairline.topic(topicOf(event)),
                event.subject(),
                EventJson.write(event).getBytes(StandardCharsets.UTF_8));
        add(record, Attributes.SPEC_VERSION, "1.0");
        add(record, Attributes.ID, Ids.next("evt"));
        add(record, Attributes.SOURCE, Attributes.sourceOf(topicOf(event)));
        add(record, Attributes.TYPE, WireNames.nameOf(event.getClass()));
        add(record, Attributes.TIME, time.toString());
        add(record, Attributes.RECORDED_AT, Instant.now().toString());
        add(record, Attributes.SUBJECT, event.subject());
        add(record, Attributes.AGGREGATE_VERSION, Long.toString(version));
        add(record, Attributes.ACTOR, "test");
        add(record, Attributes.CONTENT_TYPE, "application/json");
        if (event.clinic() != null) {
            add(record, Attributes.CLINIC_ID, event.clinic().value());
        }
        var _ = producer.send(record);
    }

    private static void add(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** An aggregate of one service; another may speak of the same id. */
    private static String line(DomainEvent event) {
        return topicOf(event) + "|" + event.subject();
    }

    private static String topicOf(DomainEvent event) {
        return switch (event) {
            case HeadOfficeEvent _ -> Topics.HEADOFFICE_EVENTS;
            case TreatmentEvent _ -> Topics.TREATMENT_EVENTS;
            case IdentityEvent _ -> Topics.IDENTITY_EVENTS;
            case NotificationEvent _ -> Topics.NOTIFICATION_EVENTS;
            default -> throw new IllegalArgumentException("Booking hears no " + event.getClass());
        };
    }

    private long heard(String topic, String subject) {
        Document row = booking.findById(topic + "|" + subject, Document.class, "inbox");
        return row == null ? 0 : row.getLong("version");
    }

    @Override
    public void close() {
        producer.close();
    }
}
