package io.hairline.acceptance.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.wire.Attributes;
import io.hairline.contracts.wire.WireNames;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/** Publishes on head office's topic: correct events, repeats, events out of order, and records that are no events. */
public final class EventPublisher {

    private final KafkaProducer<String, byte[]> producer;
    private final String topic;
    private final Map<String, Long> versions = new ConcurrentHashMap<>();

    EventPublisher(Map<String, Object> kafka, String topic) {
        this.topic = topic;
        Map<String, Object> config = new HashMap<>(kafka);
        config.putAll(Map.of("acks", "all", "delivery.timeout.ms", 120_000, "linger.ms", 0));
        this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /** The next version of its aggregate, sent at once. */
    public void say(DomainEvent event) {
        repeat(List.of(next(event)));
    }

    /** The next version of its aggregate, not sent yet. */
    public ProducerRecord<String, byte[]> next(DomainEvent event) {
        long version = versions.merge(event.subject(), 1L, Long::sum);
        ClinicId clinic = event.clinic();
        Map<String, String> headers = new LinkedHashMap<>(Map.of(
                Attributes.SPEC_VERSION, "1.0",
                Attributes.ID, Franchise.id("evt"),
                Attributes.SOURCE, "/hairline/headoffice",
                Attributes.TYPE, WireNames.nameOf(event.getClass()),
                Attributes.TIME, Instant.now().toString(),
                Attributes.RECORDED_AT, Instant.now().toString(),
                Attributes.SUBJECT, event.subject(),
                Attributes.AGGREGATE_VERSION, String.valueOf(version),
                Attributes.ACTOR, "test",
                Attributes.CORRELATION_ID, "test"));
        if (clinic != null) {
            headers.put(Attributes.CLINIC_ID, clinic.value());
        }
        return record(event.subject(), headers, JsonMapper.shared().writeValueAsBytes(event));
    }

    /** Anything at all. */
    public ProducerRecord<String, byte[]> record(String key, Map<String, String> headers, byte[] body) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, body);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    /** Sends these in this order and waits for the broker. */
    public void repeat(List<ProducerRecord<String, byte[]>> records) {
        List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
        try {
            for (Future<RecordMetadata> it : sent) {
                it.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The last version that each aggregate has been given. */
    public Map<String, Long> versions() {
        return Map.copyOf(versions);
    }
}
