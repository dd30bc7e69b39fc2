package io.hairline.kit.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A line of the event log.
 *
 * @param id {@code evt_} and a ULID from system time, so that a range of ids is a range of time
 * @param version the aggregate's version after it; (aggregateId, version) is unique
 * @param type the wire name
 * @param time business time
 * @param recordedAt system time
 * @param traceParent W3C trace context of the request, if it had one
 * @param data the payload in JSON, just as it travels
 */
@Document(StoredEvent.COLLECTION)
@TypeAlias("kit.event")
public record StoredEvent(
        @Id String id,
        String aggregateId,
        long version,
        String type,
        Instant time,
        Instant recordedAt,
        @Nullable String clinicId,
        String actor,
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceParent,
        String data) {

    public static final String COLLECTION = "events";
    public static final String PREFIX = "evt";
}
