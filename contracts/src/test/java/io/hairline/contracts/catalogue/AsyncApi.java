package io.hairline.contracts.catalogue;

import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.booking.ClientContact;
import io.hairline.contracts.wire.Attributes;
import io.hairline.contracts.wire.Topics;
import io.hairline.contracts.wire.WireNames;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All topics, messages, keys and headers as an AsyncAPI 3.0 document, for the tools of external consumers. */
final class AsyncApi {

    static final Map<String, String> HEADERS = headers();

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String ABOUT = """
            What Hairline's services tell each other over Kafka. An event is a CloudEvent 1.0 in Kafka's binary mode. It \
            may come more than once; an aggregate's events first appear in the order of their versions. Fields are only \
            ever added, and a type this document doesn't know may come from a newer version: pass over it.""";
    private static final Set<String> OPTIONAL =
            Set.of(Attributes.CLINIC_ID, Attributes.CAUSATION_ID, Attributes.TRACE_PARENT);
    private static final Set<String> OF_A_TICK =
            Set.of(Attributes.SPEC_VERSION, Attributes.SOURCE, Attributes.TYPE, Attributes.TIME);
    private static final String KAFKA_BINDING = "0.5.0";
    private static final String CONTACT = "ClientContact";
    private static final String OFFSET = "DemoClockOffset";

    private final ObjectNode document = MAPPER.createObjectNode();
    private final ObjectNode channels;
    private final ObjectNode operations;
    private final ObjectNode messages;

    private AsyncApi() {
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Hairline events")
                .put("version", "1")
                .put("description", ABOUT);
        document.put("defaultContentType", "application/json");
        channels = document.putObject("channels");
        operations = document.putObject("operations");
        ObjectNode components = document.putObject("components");
        messages = components.putObject("messages");
        ObjectNode schemas = components.putObject("schemas");
        schemas.set("EventHeaders", headers(HEADERS.keySet(), OPTIONAL));
        schemas.set("TickHeaders", headers(OF_A_TICK, Set.of()));
        schemas.set(CONTACT, EventSchemas.ofState(ClientContact.class));
    }

    static JsonNode write() {
        AsyncApi api = new AsyncApi();
        Topics.all("").forEach(api::channel);
        api.tick();
        api.contact();
        api.offset();
        return api.document;
    }

    private void channel(Topics.Topic topic) {
        ObjectNode channel = channels.putObject(topic.name()).put("address", topic.name());
        ObjectNode carried = MAPPER.createObjectNode();
        switch (topic.name()) {
            case Topics.BOOKING_CONTACTS -> {
                channel.put("description", "The latest contact of each client; the only topic with personal data.");
                addMessage(carried, CONTACT);
            }
            case Topics.DEMO_CLOCK -> {
                channel.put("description", "How far a demo's business time is ahead of system time.");
                addMessage(carried, OFFSET);
            }
            default -> events(topic.name(), channel, carried);
        }
        channel.set("messages", carried);
        channel.set("bindings", kafka(topic));
        operations
                .putObject(topic.name() + ".send")
                .put("action", "send")
                .set("channel", ref("#/channels/" + topic.name()));
    }

    private void events(String topic, ObjectNode channel, ObjectNode carried) {
        List<Class<? extends DomainEvent>> families = Events.families().stream()
                .filter(it -> topic.equals(Events.serviceOf(it) + ".events"))
                .toList();
        channel.put("description", families.isEmpty() ? "Nothing is said here yet." : "");
        for (Class<? extends DomainEvent> family : families) {
            Javadoc javadoc = javadoc(family);
            channel.put("description", javadoc.of(family));
            WireNames.records(family).forEach(it -> {
                event(it, javadoc.of(it));
                addMessage(carried, WireNames.nameOf(it));
            });
        }
        addMessage(carried, Attributes.TICK);
    }

    private void event(Class<? extends DomainEvent> event, String says) {
        String name = WireNames.nameOf(event);
        ObjectNode message = message(name, says, "The aggregate's id, the same as `ce_subject`.");
        message.set("headers", ref("#/components/schemas/EventHeaders"));
        message.set("payload", ref("./schemas/" + name + ".json"));
        message.putObject("correlationId").put("location", "$message.header#/" + Attributes.CORRELATION_ID);
        String sample = Written.read(Written.SAMPLES.resolve(name + ".json"));
        if (!sample.isEmpty()) {
            message.putArray("examples").addObject().set("payload", MAPPER.readTree(sample));
        }
    }

    private void tick() {
        ObjectNode message = message(
                Attributes.TICK,
                "All that the service committed before `ce_time` is on the topic before this; on every partition.",
                "None.");
        message.set("headers", ref("#/components/schemas/TickHeaders"));
        message.putObject("payload").put("description", "Empty.").put("maxLength", 0);
    }

    private void contact() {
        message(CONTACT, javadoc(ClientContact.class).of(ClientContact.class), "The client's id. No value: erased.")
                .set("payload", ref("#/components/schemas/" + CONTACT));
    }

    private void offset() {
        ObjectNode payload = message(OFFSET, "A new offset; the largest counts.", "The same as the value.")
                .put("contentType", "text/plain")
                .putObject("payload");
        payload.put("type", "string").put("format", "duration");
    }

    private ObjectNode message(String name, String says, String key) {
        ObjectNode message = messages.putObject(name).put("name", name);
        if (!says.isEmpty()) {
            message.put("summary", says);
        }
        message.putObject("bindings")
                .putObject("kafka")
                .put("bindingVersion", KAFKA_BINDING)
                .putObject("key")
                .put("type", "string")
                .put("description", key);
        return message;
    }

    private static ObjectNode kafka(Topics.Topic topic) {
        ObjectNode bindings = MAPPER.createObjectNode();
        ObjectNode kafka = bindings.putObject("kafka");
        kafka.put("topic", topic.name()).put("partitions", topic.partitions()).put("bindingVersion", KAFKA_BINDING);
        ObjectNode settings = kafka.putObject("topicConfiguration");
        settings.putArray("cleanup.policy").add(topic.config().getOrDefault("cleanup.policy", "delete"));
        for (String limit : List.of("retention.ms", "retention.bytes")) {
            String value = topic.config().get(limit);
            if (value != null) {
                settings.put(limit, Integer.parseInt(value));
            }
        }
        return bindings;
    }

    private static void addMessage(ObjectNode carried, String message) {
        carried.set(message, ref("#/components/messages/" + message));
    }

    private static ObjectNode ref(String target) {
        return MAPPER.createObjectNode().put("$ref", target);
    }

    private static ObjectNode headers(Set<String> names, Set<String> optional) {
        ObjectNode schema = MAPPER.createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        HEADERS.forEach((name, says) -> {
            if (names.contains(name)) {
                properties.putObject(name).put("type", "string").put("description", says);
                if (!optional.contains(name)) {
                    required.add(name);
                }
            }
        });
        return schema;
    }

    private static Javadoc javadoc(Class<?> type) {
        return Javadoc.of(Path.of("src/main/java", type.getName().replace('.', '/') + ".java"));
    }

    private static Map<String, String> headers() {
        Map<String, String> says = new LinkedHashMap<>();
        says.put(Attributes.SPEC_VERSION, "CloudEvents' version: 1.0.");
        says.put(Attributes.ID, "The event's own id: `evt_` and a ULID. The same each time it comes.");
        says.put(Attributes.SOURCE, "The service: `/hairline/` and its word.");
        says.put(Attributes.TYPE, "Service, event, version: the message's name.");
        says.put(Attributes.TIME, "Business time at which it happened, ISO 8601.");
        says.put(Attributes.RECORDED_AT, "System time at which it was written, ISO 8601.");
        says.put(Attributes.SUBJECT, "The aggregate's id.");
        says.put(Attributes.AGGREGATE_VERSION, "The aggregate's version after it, from 1, without gaps.");
        says.put(Attributes.CLINIC_ID, "The clinic it belongs to, where it belongs to one.");
        says.put(Attributes.ACTOR, "On whose behalf: a token's subject, or the service itself.");
        says.put(Attributes.CORRELATION_ID, "The same through everything that one wish set off.");
        says.put(Attributes.CAUSATION_ID, "The event that it answers, if it answers one.");
        says.put(Attributes.CONTENT_TYPE, "application/json");
        says.put(Attributes.TRACE_PARENT, "W3C trace context, where the call had one.");
        return says;
    }
}
