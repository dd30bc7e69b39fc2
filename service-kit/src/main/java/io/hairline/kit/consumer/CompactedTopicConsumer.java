package io.hairline.kit.consumer;

import io.hairline.kit.events.Failures;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/**
 * One compacted topic: of each poll only the latest state of each key counts. There is no inbox, since every state
 * stands for itself; nothing of an unreadable one is kept, because what travels so is personal.
 */
public final class CompactedTopicConsumer implements Consumer<Message<List<byte[]>>> {

    private static final Logger log = LoggerFactory.getLogger(CompactedTopicConsumer.class);
    private static final byte[] NOTHING = new byte[0];

    private final Inbox inbox;
    private final CompactedTopicListener consumer;

    CompactedTopicConsumer(Inbox inbox, CompactedTopicListener consumer) {
        this.inbox = inbox;
        this.consumer = consumer;
    }

    @Override
    @SuppressWarnings("unchecked") // the kit's converter puts just this there
    public void accept(Message<List<byte[]>> poll) {
        Object raw = poll.getHeaders().get(KafkaHeaders.RAW_DATA);
        if (!(raw instanceof List<?> records)) {
            throw new IllegalStateException("A binding of the kit is in batch mode, with the kit's converter");
        }
        consume((List<ConsumerRecord<?, byte[]>>) records);
    }

    void consume(List<ConsumerRecord<?, byte[]>> poll) {
        Map<String, ConsumerRecord<?, byte[]>> latest = new LinkedHashMap<>();
        poll.forEach(it -> latest.put(key(it), it));
        latest.forEach(this::keep);
    }

    private void keep(String key, ConsumerRecord<?, byte[]> record) {
        try {
            byte[] state = record.value();
            if (state == null) {
                consumer.erase(key);
            } else {
                consumer.keep(key, state);
            }
        } catch (RuntimeException e) {
            if (Failures.areAway(e)) {
                log.warn("topic consumer waits and tries again consumer={}", inbox.consumer());
                throw e;
            }
            String place = record.topic() + "/" + record.partition() + "/" + record.offset();
            String reason = "state unreadable: " + e.getClass().getSimpleName();
            log.warn("parked consumer={} place={} reason={}", inbox.consumer(), place, reason);
            inbox.parkUnreadable(place, reason, Map.of(), NOTHING);
        }
    }

    Inbox inbox() {
        return inbox;
    }

    private static String key(ConsumerRecord<?, byte[]> record) {
        return switch (record.key()) {
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            case null -> "";
            case Object it -> it.toString();
        };
    }
}
