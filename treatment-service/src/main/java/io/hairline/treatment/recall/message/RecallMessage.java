package io.hairline.treatment.recall.message;

import io.hairline.contracts.MessageId;
import io.hairline.contracts.RecallId;
import io.hairline.contracts.RecallNoticeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One message by which a client is told of a recall, or that it was withdrawn.
 *
 * @param templateCode which of the two
 * @param channelCode such as {@code EMAIL} or {@code IN_APP}
 * @param at when it came to be in this state
 * @param reasonCode why it didn't reach the client; absent if it did
 */
@Document(RecallMessage.COLLECTION)
@TypeAlias("recallMessage")
public record RecallMessage(
        @Id MessageId id,
        RecallId recallId,
        RecallNoticeId recallNoticeId,
        String templateCode,
        String channelCode,
        Status status,
        Instant at,
        @Nullable String reasonCode) {

    static final String COLLECTION = "recall_messages";

    /** How far it is, or what ended it. */
    public enum Status {
        SENT,
        DELIVERED,
        UNKNOWN,
        SUPPRESSED,
        FAILED,
        EXPIRED
    }

    public boolean hasLeft() {
        return status == Status.SENT || status == Status.DELIVERED;
    }
}
