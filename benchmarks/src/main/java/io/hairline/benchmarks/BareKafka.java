package io.hairline.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hairline.contracts.wire.Attributes;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The limit of P9a: as large a record, acknowledged by all, from a producer in this process to the same listener. */
final class BareKafka {

    private static final Duration LENGTH = Duration.ofSeconds(20);
    private static final int BYTES = 600;

    private BareKafka() {}

    static Timings ages(BenchmarkEnvironment lab, int rate) throws InterruptedException {
        String topic = lab.freshTopic("bare");
        try (var producer = new KafkaProducer<>(lab.kafka(), new StringSerializer(), new ByteArraySerializer());
                EventProbe listener = new EventProbe(lab.kafka(), topic)) {
            OpenLoop.paced(rate, LENGTH, it -> send(producer, topic, it));
            Thread.sleep(Duration.ofSeconds(1));
            return listener.ages();
        }
    }

    /** Answers as if it were an HTTP status. */
    private static int send(KafkaProducer<String, byte[]> producer, String topic, int number) {
        var record = new ProducerRecord<>(topic, "key " + number, new byte[BYTES]);
        record.headers().add(Attributes.AGGREGATE_VERSION, "1".getBytes(UTF_8));
        record.headers().add(Attributes.RECORDED_AT, Instant.now().toString().getBytes(UTF_8));
        var _ = producer.send(record);
        return 200;
    }
}
