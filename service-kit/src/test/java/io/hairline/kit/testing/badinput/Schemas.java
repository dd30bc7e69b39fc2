package io.hairline.kit.testing.badinput;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of one document: what they refer to, and a value that keeps to each. */
record Schemas(JsonNode document) {

    private static final JsonNodeFactory JSON = JsonMapper.shared().getNodeFactory();
    private static final Pattern ID = Pattern.compile("\\^?([a-z]{3})_.*");
    private static final Pattern ALTERNATIVES = Pattern.compile("\\^\\(\\?:([A-Z_]+(?:\\|[A-Z_]+)*)\\)\\$");
    private static final List<String> GUESSES = List.of(
            "A",
            "AA",
            "ABC",
            "en",
            "EUR",
            "GBP",
            "SESSION_1",
            "HOLIDAY",
            "CARD",
            "GB-ENG",
            "a",
            "abc",
            "desk-lon",
            "09:00",
            "1",
            "00",
            "+442071234567",
            "a@b.example");

    /** What it refers to; of something that may be null, what it is otherwise. */
    JsonNode resolve(JsonNode schema) {
        JsonNode found = schema;
        while (found.has("$ref") || found.has("anyOf")) {
            found = found.has("anyOf")
                    ? found.path("anyOf").path(0)
                    : document.at(found.path("$ref").asString().substring(1));
        }
        return found;
    }

    /** The first of its types that isn't null; objects and arrays sometimes don't say that they are one. */
    static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.valueStream()
                    .map(JsonNode::asString)
                    .filter(it -> !it.equals("null"))
                    .findFirst()
                    .orElse("null");
        }
        if (type.isString()) {
            return type.asString();
        }
        return schema.has("properties") ? "object" : schema.has("items") ? "array" : "any";
    }

    JsonNode valid(JsonNode unresolved) {
        JsonNode schema = resolve(unresolved);
        return switch (type(schema)) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "integer" -> JSON.numberNode(Math.max(1, schema.path("minimum").asLong(1)));
            case "number" -> JSON.numberNode(Math.max(1, schema.path("minimum").asInt(1)));
            case "boolean" -> JSON.booleanNode(true);
            default -> JSON.stringNode(text(schema));
        };
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        schema.path("properties").forEachEntry((name, it) -> object.set(name, valid(name, resolve(it))));
        return object;
    }

    /** What a schema doesn't say: which text a name calls for, and what comes later than its counterpart. */
    private JsonNode valid(String name, JsonNode schema) {
        String format = schema.path("format").asString("");
        boolean later = name.equals("until") || name.equals("to") || name.endsWith("Until");
        if (later && format.equals("date")) {
            return JSON.stringNode("2027-02-12");
        }
        if (later && format.startsWith("time")) {
            return JSON.stringNode("17:00");
        }
        return name.equals("currency") && type(schema).equals("string") ? JSON.stringNode("EUR") : valid(schema);
    }

    private ArrayNode array(JsonNode schema) {
        ArrayNode array = JSON.arrayNode();
        for (int i = 0; i < Math.max(1, schema.path("minItems").asInt(1)); i++) {
            array.add(valid(schema.path("items")));
        }
        return array;
    }

    /** All that a code can be; empty for other values. */
    static List<String> codes(JsonNode schema) {
        var alternatives = ALTERNATIVES.matcher(schema.path("pattern").asString(""));
        return alternatives.matches()
                ? List.of(alternatives.group(1).split("\\|", -1))
                : schema.path("enum")
                        .valueStream()
                        .filter(JsonNode::isString)
                        .map(JsonNode::asString)
                        .toList();
    }

    static String text(JsonNode schema) {
        if (!codes(schema).isEmpty()) {
            return codes(schema).getFirst();
        }
        return switch (schema.path("format").asString("")) {
            case "date-time" -> "2027-01-12T09:00:00Z";
            case "date" -> "2027-01-12";
            case "email" -> "a@b.example";
            case "time", "time-local", "partial-time" -> "09:00";
            default -> free(schema);
        };
    }

    private static String free(JsonNode schema) {
        String pattern = schema.path("pattern").asString("");
        var id = ID.matcher(pattern);
        if (id.matches()) {
            return id.group(1) + "_" + "0".repeat(26);
        }
        return guess(pattern)
                .orElse("a".repeat(Math.max(1, schema.path("minLength").asInt(1))));
    }

    private static Optional<String> guess(String pattern) {
        return GUESSES.stream()
                .filter(it -> !pattern.isEmpty() && it.matches(pattern))
                .findFirst();
    }
}
