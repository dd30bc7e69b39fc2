package io.hairline.kit.testing.badinput;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A body that keeps to its schema but in one place, for every place and every way not to. */
final class WrongBodies {

    private static final JsonNodeFactory JSON = JsonMapper.shared().getNodeFactory();
    /** Longer than anything a person types, shorter than what the kit lets in. */
    private static final int TOO_LONG = 100_000;

    private final Schemas schemas;
    private final JsonNode valid;
    private final BiConsumer<Wrong, JsonNode> found;

    /**
     * What is wrong, and with which field.
     *
     * @param allowed the codes that it can be; empty where it isn't one
     */
    record Wrong(String what, String field, List<String> allowed) {}

    private WrongBodies(Schemas schemas, JsonNode valid, BiConsumer<Wrong, JsonNode> found) {
        this.schemas = schemas;
        this.valid = valid;
        this.found = found;
    }

    static void of(JsonNode schema, Schemas schemas, BiConsumer<Wrong, JsonNode> found) {
        new WrongBodies(schemas, schemas.valid(schema), found).object(schemas.resolve(schema), "", "");
    }

    private void object(JsonNode schema, String pointer, String field) {
        if (!schema.has("properties")) {
            return;
        }
        String prefix = field.isEmpty() ? "" : field + ".";
        with("unknown field", pointer + "/noSuchField", prefix + "noSuchField", JSON.stringNode("x"));
        schema.path("required").forEach(it -> without(pointer, it.asString(), prefix + it.asString()));
        schema.path("properties")
                .forEachEntry((name, it) -> place(schemas.resolve(it), pointer + "/" + name, prefix + name));
    }

    private void place(JsonNode schema, String pointer, String field) {
        wrongTypes(schema).forEach((what, value) -> with(what, pointer, field, value));
        switch (Schemas.type(schema)) {
            case "object" -> object(schema, pointer, field);
            case "array" -> array(schema, pointer, field);
            default -> {
                limits(schema).forEach((what, value) -> with(what, pointer, field, value));
                List<String> codes = Schemas.codes(schema);
                if (!codes.isEmpty()) {
                    with(new Wrong("no such code", field, codes), pointer, JSON.stringNode("NO_SUCH_CODE"));
                }
            }
        }
    }

    private void array(JsonNode schema, String pointer, String field) {
        if (schema.has("maxItems")) {
            ArrayNode tooMany = JSON.arrayNode();
            JsonNode item = schemas.valid(schema.path("items"));
            for (int i = 0; i <= schema.path("maxItems").asInt(); i++) {
                tooMany.add(item);
            }
            with("too many", pointer, field, tooMany);
        }
        if (schema.path("minItems").asInt(0) > 0) {
            with("too few", pointer, field, JSON.arrayNode());
        }
        place(schemas.resolve(schema.path("items")), pointer + "/0", field + "[0]");
    }

    private static Map<String, JsonNode> wrongTypes(JsonNode schema) {
        return switch (Schemas.type(schema)) {
            case "object" -> Map.of("text for an object", JSON.stringNode("x"));
            case "array" -> Map.of("object for a list", JSON.objectNode());
            case "integer" ->
                Map.of(
                        "text for a number", JSON.stringNode("far"),
                        "more than a number holds", JSON.numberNode(new java.math.BigInteger("9".repeat(40))));
            case "number" ->
                Map.of(
                        "text for a number", JSON.stringNode("far"),
                        "a number with 100,000 digits", JSON.numberNode(new java.math.BigDecimal("1e100000")));
            case "boolean" -> Map.of("text for yes or no", JSON.stringNode("perhaps"));
            case "string" -> Map.of("object for text", JSON.objectNode());
            default -> Map.of();
        };
    }

    private static Map<String, JsonNode> limits(JsonNode schema) {
        Map<String, JsonNode> wrong = new LinkedHashMap<>();
        switch (Schemas.type(schema)) {
            case "string" -> {
                wrong.put("over-long text", JSON.stringNode("x".repeat(TOO_LONG)));
                if (schema.has("maxLength")) {
                    wrong.put(
                            "text one too long",
                            JSON.stringNode("x".repeat(schema.path("maxLength").asInt() + 1)));
                }
                if (schema.has("format") || schema.has("pattern")) {
                    wrong.put("text of another form", JSON.stringNode("~ nonsense ~"));
                }
            }
            case "integer", "number" -> {
                if (schema.has("minimum")) {
                    wrong.put(
                            "too little",
                            JSON.numberNode(
                                    schema.path("minimum").decimalValue().subtract(java.math.BigDecimal.ONE)));
                }
                if (schema.has("maximum")) {
                    wrong.put(
                            "too much",
                            JSON.numberNode(
                                    schema.path("maximum").decimalValue().add(java.math.BigDecimal.ONE)));
                }
            }
            default -> {}
        }
        return wrong;
    }

    private void with(String what, String pointer, String field, JsonNode value) {
        with(new Wrong(what, field, List.of()), pointer, value);
    }

    private void with(Wrong wrong, String pointer, JsonNode value) {
        JsonNode copy = valid.deepCopy();
        int end = pointer.lastIndexOf('/');
        String name = pointer.substring(end + 1);
        switch (copy.at(pointer.substring(0, end))) {
            case ObjectNode parent -> parent.set(name, value);
            case ArrayNode parent -> parent.set(Integer.parseInt(name), value);
            default -> throw new IllegalStateException(pointer);
        }
        found.accept(wrong, copy);
    }

    private void without(String pointer, String name, String field) {
        JsonNode copy = valid.deepCopy();
        ((ObjectNode) copy.at(pointer)).remove(name);
        found.accept(new Wrong("missing", field, List.of()), copy);
    }
}
