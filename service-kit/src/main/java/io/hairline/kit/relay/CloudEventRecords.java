package io.hairline.kit.relay;

import io.hairline.contracts.wire.Attributes;
import io.hairline.kit.events.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** Lines of the event log as Kafka records: CloudEvents in binary mode, the broker's own timestamp. */
final class CloudEventRecords {

    private final String topic;
    private final String source;

    CloudEventRecords(String topic, String service) {
        this.topic = topic;
        this.source = Attributes.SOURCE_PREFIX + service;
    }

    ProducerRecord<String, byte[]> event(StoredEvent event) {
        List<Header> headers = new ArrayList<>();
        add(headers, Attributes.SPEC_VERSION, "1.0");
        add(headers, Attributes.ID, event.id());
        add(headers, Attributes.SOURCE, source);
        add(headers, Attributes.TYPE, event.type());
        add(headers, Attributes.TIME, event.time().toString());
        add(headers, Attributes.RECORDED_AT, event.recordedAt().toString());
        add(headers, Attributes.SUBJECT, event.aggregateId());
        add(headers, Attributes.AGGREGATE_VERSION, Long.toString(event.version()));
        add(headers, Attributes.CLINIC_ID, event.clinicId());
        add(headers, Attributes.ACTOR, event.actor());
        add(headers, Attributes.CORRELATION_ID, event.correlationId());
        add(headers, Attributes.CAUSATION_ID, event.causationId());
        add(headers, Attributes.TRACE_PARENT, event.traceParent());
        add(headers, Attributes.CONTENT_TYPE, "application/json");
        byte[] body = event.data().getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic, (Integer) null, event.aggregateId(), body, headers);
    }

    ProducerRecord<String, byte[]> tick(Instant businessTime, int partition) {
        List<Header> headers = new ArrayList<>();
        add(headers, Attributes.SPEC_VERSION, "1.0");
        add(headers, Attributes.SOURCE, source);
        add(headers, Attributes.TYPE, Attributes.TICK);
        add(headers, Attributes.TIME, businessTime.toString());
        return new ProducerRecord<>(topic, (Integer) partition, (String) null, new byte[0], headers);
    }

    String topic() {
        return topic;
    }

    private static void add(List<Header> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
