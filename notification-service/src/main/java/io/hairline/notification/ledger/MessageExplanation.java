package io.hairline.notification.ledger;

import io.hairline.contracts.notification.NotificationEvent.MessagePlanned;
import io.hairline.contracts.wire.WireNames;
import io.hairline.kit.events.EventJson;
import io.hairline.kit.events.StoredEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Why a message did or didn't reach a client.
 *
 * @param because oldest first
 */
record MessageExplanation(MessageStatus status, List<Because> because) {

    /** Raised when the times, the classes or the order of the checks change. */
    private static final int RULES = 2;

    /**
     * One thing that became of it.
     *
     * @param event the event of another service that it answers; absent if the time alone had come
     * @param rule the template's plan such as {@code REMINDER_24_HOURS}, a reason such as {@code QUIET_HOURS}, or
     *     {@code HANDED_OVER}
     */
    record Because(Instant at, @Nullable String event, String rule, int ruleVersion) {}

    static MessageExplanation of(Message message, List<StoredEvent> history) {
        return new MessageExplanation(
                message.status(),
                history.stream()
                        .map(it -> new Because(it.time(), it.causationId(), rule(it), RULES))
                        .toList());
    }

    private static String rule(StoredEvent event) {
        JsonNode data = EventJson.mapper().readTree(event.data());
        if (event.type().equals(WireNames.nameOf(MessagePlanned.class))) {
            return data.path("about").path("templateCode").asString();
        }
        return data.path("reasonCode").asString("HANDED_OVER");
    }
}
