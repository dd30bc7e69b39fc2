package io.hairline.kit.consumer;

import io.hairline.contracts.wire.Attributes;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * An event as it came: its envelope checked, its body not yet read.
 *
 * @param version the aggregate's version after it
 * @param time business time at which it happened
 */
public record ReceivedEvent(
        String id,
        String type,
        String subject,
        long version,
        Instant time,
        @Nullable String clinicId,
        String actor,
        String correlationId,
        byte[] body,
        Map<String, String> headers) {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Pattern OURS = Pattern.compile("ce_[a-z]+|content-type|traceparent");

    /** The envelope lacks what every event has, or it can't be read. */
    static final class Unreadable extends RuntimeException {
        Unreadable(String what) {
            super(what, null, false, false);
        }
    }

    /** An event's own; what others put beside them isn't ours to keep, and may have names that MongoDB doesn't take. */
    static Map<String, String> headersOf(ConsumerRecord<?, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header it : record.headers()) {
            if (it.value() != null && OURS.matcher(it.key()).matches()) {
                headers.put(it.key(), new String(it.value(), StandardCharsets.UTF_8));
            }
        }
        return headers;
    }

    static ReceivedEvent of(Map<String, String> headers, byte @Nullable [] body) {
        if (body == null) {
            throw new Unreadable("no body");
        }
        try {
            long version = Long.parseLong(need(headers, Attributes.AGGREGATE_VERSION));
            if (version < 1) {
                throw new Unreadable("versions start at 1");
            }
            return new ReceivedEvent(
                    need(headers, Attributes.ID),
                    need(headers, Attributes.TYPE),
                    need(headers, Attributes.SUBJECT),
                    version,
                    Instant.parse(need(headers, Attributes.TIME)),
                    headers.get(Attributes.CLINIC_ID),
                    headers.getOrDefault(Attributes.ACTOR, "unknown"),
                    headers.getOrDefault(Attributes.CORRELATION_ID, "unknown"),
                    body,
                    headers);
        } catch (NumberFormatException | DateTimeException _) {
            throw new Unreadable("version or time");
        }
    }

    /**
     * Whether it was written long after it happened. Business time never runs behind system time, so only the history of
     * a demo is: what follows from it happened then too, and nobody is told of it.
     */
    public boolean isHistory() {
        String recordedAt = headers.get(Attributes.RECORDED_AT);
        try {
            return recordedAt != null && time.plus(LONG).isBefore(Instant.parse(recordedAt));
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    private static String need(Map<String, String> headers, String name) {
        String value = headers.get(name);
        if (value == null || value.isEmpty()) {
            throw new Unreadable("no " + name);
        }
        return value;
    }
}
