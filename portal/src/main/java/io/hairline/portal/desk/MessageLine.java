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

    public String channelWords() {
        return CodeLabels.label("channel", channel);
    }

    public String statusWords() {
        return CodeLabels.label("message.status", status);
    }

    public String reasonWords() {
        return reason == null ? "" : CodeLabels.label("message.reason", reason);
    }

    public String when() {
        OffsetDateTime at = sentAt != null ? sentAt : plannedFor;
        return at == null ? "–" : Texts.date(at.toLocalDate());
    }
}
