package io.hairline.headoffice;

import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.wire.Attributes;
import io.hairline.contracts.wire.WireNames;
import io.hairline.kit.HairlineProperties;
import io.hairline.kit.Ids;
import io.hairline.kit.events.EventJson;
import io.hairline.launcher.infrastructure.TestInfrastructure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The other services as head office receives them: their events on their topics, in the envelope of their relays. */
public final class Elsewhere implements AutoCloseable {

    private final HairlineProperties hairline;
    private final KafkaProducer<String, byte[]> producer;

    public Elsewhere(HairlineProperties hairline) {
        this.hairline = hairline;
        this.producer = new KafkaProducer<>(
                TestInfrastructure.get().kafkaClient(), new StringSerializer(), new ByteArraySerializer());
    }

    public void happens(String topic, DomainEvent event, long version, Instant time) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                hairline.topic(topic), event.subject(), EventJson.write(event).getBytes(StandardCharsets.UTF_8));
        add(record, Attributes.SPEC_VERSION, "1.0");
        add(record, Attributes.ID, Ids.next("evt"));
        add(record, Attributes.SOURCE, Attributes.sourceOf(topic));
        add(record, Attributes.TYPE, WireNames.nameOf(event.getClass()));
        add(record, Attributes.TIME, time.toString());
        add(record, Attributes.RECORDED_AT, time.toString());
        add(record, Attributes.SUBJECT, event.subject());
        add(record, Attributes.AGGREGATE_VERSION, Long.toString(version));
        add(record, Attributes.ACTOR, "test");
        add(record, Attributes.CONTENT_TYPE, "application/json");
        if (event.clinic() != null) {
            add(record, Attributes.CLINIC_ID, event.clinic().value());
        }
        var _ = producer.send(record);
        producer.flush();
    }

    private static void add(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
