package io.hairline.kit.events;

import io.hairline.contracts.DomainEvent;
import tools.jackson.databind.json.JsonMapper;

/** Events as JSON. Fields unknown to this version are passed over: changes to an event are additive. */
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private EventJson() {}

    public static String write(DomainEvent event) {
        return MAPPER.writeValueAsString(event);
    }

    public static <E extends DomainEvent> E read(byte[] body, Class<E> type) {
        return MAPPER.readValue(body, type);
    }

    public static JsonMapper mapper() {
        return MAPPER;
    }
}
