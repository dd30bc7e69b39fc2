package io.hairline.portal.inbox;

import io.hairline.portal.api.Api;
import io.hairline.portal.language.Texts;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** A message as the client's inbox keeps it. */
public record InboxMessage(String id, String subject, String text, OffsetDateTime at) {

    /** The latest ones. */
    public static List<InboxMessage> newest(Api notification, int most) {
        return notification.list(InboxMessage.class, "/inbox", Map.of("limit", most)).stream()
                .limit(most)
                .toList();
    }

    /** Its day, in words. */
    public String when() {
        return Texts.shortDay(at.toLocalDate());
    }
}
