package io.hairline.kit.relay;

import io.hairline.kit.events.StoredEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends the latest states of one {@link CompactedState}, each batch as one Kafka transaction. Its transactional id is the
 * topic's, so that a new leader fences the one before: on a compacted topic a late old state would stay.
 */
final class CompactedStateSender implements AutoCloseable {

    private final CompactedState companion;
    private final String topic;
    private final KafkaProducer<String, byte[]> producer;

    CompactedStateSender(CompactedState companion, String namespace, Map<String, Object> kafka) {
        this.companion = companion;
        this.topic = namespace + companion.topic();
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topic);
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        config.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    /** Comes back when all is committed; if it throws, the relay starts over and sends it again. */
    void accompany(List<StoredEvent> events) {
        List<CompactedState.Latest> latest = companion.beside(events);
        if (latest.isEmpty()) {
            return;
        }
        producer.beginTransaction();
        latest.forEach(it -> {
            var _ = producer.send(new ProducerRecord<>(topic, it.key(), it.value()));
        });
        producer.commitTransaction();
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
