package io.hairline.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.wire.Attributes;
import io.hairline.contracts.wire.WireNames;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.json.JsonMapper;

/** Events as the services' relays send them, for the topics that a measurement fills by itself. */
final class EventRecords {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String namespace;
    private final AtomicInteger numbers = new AtomicInteger();

    EventRecords(String namespace) {
        this.namespace = namespace;
    }

    /**
     * The record of one event, with an id of its own.
     *
     * @param topic one of the names in {@code Topics}, without namespace
     */
    ProducerRecord<String, byte[]> of(String topic, DomainEvent event, long version, Instant time) {
        var record = new ProducerRecord<>(namespace + topic, event.subject(), JSON.writeValueAsBytes(event));
        header(record, Attributes.ID, "evt_" + BenchmarkNetwork.ulid(numbers.incrementAndGet()));
        header(record, Attributes.SOURCE, Attributes.sourceOf(topic));
        header(record, Attributes.TYPE, WireNames.nameOf(event.getClass()));
        header(record, Attributes.TIME, time.toString());
        header(record, Attributes.SUBJECT, event.subject());
        header(record, Attributes.AGGREGATE_VERSION, Long.toString(version));
        var clinic = event.clinic();
        if (clinic != null) {
            header(record, Attributes.CLINIC_ID, clinic.value());
        }
        return record;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }
}
