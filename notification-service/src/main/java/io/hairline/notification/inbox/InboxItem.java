package io.hairline.notification.inbox;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A message where the client reads it.
 *
 * @param sealed its words
 */
@Document(InboxItem.COLLECTION)
@TypeAlias("inboxItem")
record InboxItem(
        @Id MessageId id,
        ClientId clientId,
        String template,
        byte[] sealed,
        Instant at,
        @Nullable Instant readAt) {

    static final String COLLECTION = "client_inbox";
}
