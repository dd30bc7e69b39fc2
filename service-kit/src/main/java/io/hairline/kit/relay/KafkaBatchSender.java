package io.hairline.kit.relay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Hands records to Kafka and waits for the broker's own acknowledgements.
 *
 * <p>A record never times out in the producer: one that did could be overtaken by the next of its aggregate. One request
 * is under way at a time: a broker that has just become the leader of a partition may refuse the first request, take the
 * second as the producer's first, and then refuse the first for ever (KAFKA-15591).
 */
final class KafkaBatchSender implements AutoCloseable {

    private static final Duration LOOK_ROUND = Duration.ofSeconds(1);

    private final KafkaProducer<String, byte[]> producer;

    /**
     * A sender of its own.
     *
     * @param kafka the client settings that every Kafka client of the service has
     */
    KafkaBatchSender(Map<String, Object> kafka) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        config.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 65_536);
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 16_777_216L);
        this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Sends all and comes back when the broker has acknowledged all.
     *
     * @param stillLeading asked every second while the broker is away
     */
    void send(List<ProducerRecord<String, byte[]>> records, BooleanSupplier stillLeading) throws InterruptedException {
        List<Future<RecordMetadata>> sent = records.stream().map(this::send).toList();
        for (Future<RecordMetadata> it : sent) {
            awaitAcknowledgement(it, stillLeading);
        }
    }

    /** After a refusal nothing more is sent: the next of the same aggregate would overtake the refused one. */
    private Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
        try {
            return producer.send(record, (_, refused) -> {
                if (refused != null) {
                    close();
                }
            });
        } catch (IllegalStateException e) {
            throw new KafkaException("Closed after a refusal", e);
        }
    }

    private static void awaitAcknowledgement(Future<RecordMetadata> sent, BooleanSupplier stillLeading)
            throws InterruptedException {
        while (true) {
            try {
                sent.get(LOOK_ROUND.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException _) {
                if (!stillLeading.getAsBoolean()) {
                    throw new KafkaException("No longer leading, with records not acknowledged");
                }
            } catch (ExecutionException e) {
                throw new KafkaException("The broker refused a record", e.getCause());
            }
        }
    }

    int partitions(String topic) {
        return producer.partitionsFor(topic).size();
    }

    /** Drops what isn't acknowledged yet; the next leader sends it again. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
