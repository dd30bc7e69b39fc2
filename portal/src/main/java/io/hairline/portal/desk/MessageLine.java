package io.hairline.portal.desk;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A message to a client: what, when, and what became of it. */
public record MessageLine(
        String id,
        String template,
        String channel,
        String status,
        @Nullable String reason,
        @Nullable OffsetDateTime plannedFor,
        @Nullable OffsetDateTime sentAt) {

    public String name() {
        return CodeLabels.label("template", template);
    }

    /** The channel and what became of it there, with the reason where there is one. */
    public String fate() {
        String fate = CodeLabels.label("channel", channel) + ", " + CodeLabels.label("message.status", status);
        if (reason == null || (status.equals("EXPIRED") && reason.equals("TOO_LATE"))) {
            return fate;
        }
        return fate + " – " + CodeLabels.messageReason(reason);
    }

    public String when() {
        OffsetDateTime at = sentAt != null ? sentAt : plannedFor;
        return at == null ? "–" : Texts.date(at.toLocalDate());
    }
}
