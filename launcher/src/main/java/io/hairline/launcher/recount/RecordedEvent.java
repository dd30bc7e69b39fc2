package io.hairline.launcher.recount;

import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.wire.WireNames;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One event of a service.
 *
 * @param subject the aggregate that it is about
 * @param version of the aggregate after it
 * @param time business time
 */
public record RecordedEvent(String type, String subject, long version, Instant time, JsonNode data) {

    /** Those of one kind. */
    static Stream<RecordedEvent> all(List<RecordedEvent> lines, Class<? extends DomainEvent> kind) {
        return lines.stream().filter(it -> it.is(kind));
    }

    /** Whether it is of this kind. */
    public boolean is(Class<? extends DomainEvent> event) {
        return type.equals(WireNames.nameOf(event));
    }

    /** A field of the payload as text; empty if it isn't there. */
    public String text(String... path) {
        JsonNode node = data;
        for (String it : path) {
            node = node.path(it);
        }
        return node.asString("");
    }

    /** An instant of the payload. */
    public Instant instant(String field) {
        return Instant.parse(text(field));
    }
}
