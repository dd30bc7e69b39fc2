package io.hairline.kit.events;

import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.Id;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** Events as JSON. Fields unknown to this version are passed over: changes to an event are additive. */
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private EventJson() {}

    public static String write(DomainEvent event) {
        return MAPPER.writeValueAsString(event);
    }

    /**
     * An event as it came from Kafka or lies in the log; fields that a newer version added are passed over.
     *
     * @throws tools.jackson.core.JacksonException if the body isn't one of this type
     */
    public static <E extends DomainEvent> E read(byte[] body, Class<E> type) {
        return MAPPER.readValue(body, type);
    }

    /**
     * The state that stands under a key of a compacted topic.
     *
     * @param owner whose state it is
     * @throws IllegalArgumentException if it is another's than the key says
     */
    public static <S> S readState(String key, byte[] state, Class<S> type, Function<S, Id> owner) {
        S read = MAPPER.readValue(state, type);
        if (!owner.apply(read).value().equals(key)) {
            throw new IllegalArgumentException("key and state name different owners");
        }
        return read;
    }

    public static JsonMapper mapper() {
        return MAPPER;
    }
}
