package io.hairline.kit.consumer;

import java.time.Instant;
import java.util.Map;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An event that waits.
 *
 * @param id consumer, aggregate and version; or consumer and place on the topic if its envelope couldn't be read
 * @param reason why, without a word of its content
 * @param since system time
 */
@Document(ParkedEvent.COLLECTION)
@TypeAlias("kit.parked")
record ParkedEvent(
        @Id String id,
        String consumer,
        String subject,
        long version,
        State state,
        String reason,
        Map<String, String> headers,
        byte[] body,
        Instant since) {

    static final String COLLECTION = "parked";

    enum State {
        /** Could not be handled; those of its aggregate behind it wait for it. */
        FAILED,
        /** Came before one that isn't handled yet. */
        WAITING,
        /** Of a type this version doesn't know; nothing waits for it. */
        SKIPPED
    }

    ReceivedEvent received() {
        return ReceivedEvent.of(headers, body);
    }
}
