package io.hairline.kit.testing.badinput;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All mistakes that one document gives away. */
final class Mistakes {

    private static final String API = "/api/v1";
    private static final List<String> METHODS = List.of("delete", "patch", "put", "post", "get");

    private static final String FOREIGN_CURSOR =
            Base64.getUrlEncoder().withoutPadding().encodeToString("~nonsense~".getBytes(StandardCharsets.UTF_8));

    private final Schemas schemas;
    private final List<Mistake> all = new ArrayList<>();
    private Map<String, String> needed = Map.of();

    private Mistakes(JsonNode document) {
        this.schemas = new Schemas(document);
    }

    static List<Mistake> in(JsonNode document) {
        Mistakes mistakes = new Mistakes(document);
        document.path("paths").forEachEntry(mistakes::path);
        return mistakes.all;
    }

    private void path(String template, JsonNode item) {
        item.forEachEntry((method, operation) -> {
            if (METHODS.contains(method)) {
                operation(method.toUpperCase(Locale.ROOT), template, operation);
            }
        });
        if (below(API)) {
            METHODS.stream().filter(it -> !item.has(it)).findFirst().ifPresent(it -> {
                String path = filled(template, parameters(item.iterator().next()));
                all.add(new Mistake("no such method", it.toUpperCase(Locale.ROOT), path, "{}", Map.of(), null));
            });
        }
    }

    /** Pages, which lie elsewhere, refuse a foreign method as forgery before they look whether they have it. */
    private boolean below(String base) {
        return schemas.document().at("/servers/0/url").asString().equals(base);
    }

    private void operation(String method, String template, JsonNode operation) {
        List<JsonNode> parameters = parameters(operation);
        needed = neededHeaders(operation, parameters);
        String path = filled(template, parameters);
        parameters.forEach(it -> {
            switch (it.path("in").asString()) {
                case "path" -> inPath(method, template, parameters, it);
                case "query" -> inQuery(method, path, parameters, it);
                default -> {}
            }
        });
        String query = query(parameters, "", null);
        if (operation.path("parameters").toString().contains("Idempotency-Key")) {
            String body = operation.has("requestBody") ? "{}" : null;
            add(new Mistake(
                    "bad key", method, path + query, body, Map.of("Idempotency-Key", "a b"), "Idempotency-Key"));
        }
        JsonNode body = operation.path("requestBody");
        JsonNode schema = body.path("content").path("application/json").path("schema");
        if (!schema.isMissingNode()) {
            if (body.path("required").asBoolean(false)) {
                body("missing body", method, path + query, null);
                body("null", method, path + query, "null");
            }
            inBody(method, path + query, schema);
        }
    }

    private void inPath(String method, String template, List<JsonNode> parameters, JsonNode parameter) {
        String name = parameter.path("name").asString();
        for (String bad : List.of("nonsense", "x".repeat(1_000), "%00", "a;b")) {
            String path = filled(template.replace("{" + name + "}", bad), parameters);
            add(new Mistake("bad id", method, path + query(parameters, "", null), "{}", Map.of(), null));
        }
    }

    private void inQuery(String method, String path, List<JsonNode> parameters, JsonNode parameter) {
        String name = parameter.path("name").asString();
        JsonNode schema = schemas.resolve(parameter.path("schema"));
        JsonNode one = Schemas.type(schema).equals("array") ? schemas.resolve(schema.path("items")) : schema;
        for (String bad : badValues(name, one)) {
            String named = isFree(one) && !name.equals("cursor") ? null : name;
            add(new Mistake("bad parameter", method, path + query(parameters, name, bad), null, Map.of(), named)
                    .listing(Schemas.codes(one)));
        }
        if (name.equals("cursor")) {
            String foreign = path + query(parameters, name, FOREIGN_CURSOR);
            add(new Mistake("another list's cursor", method, foreign, null, Map.of(), name, List.of(), true));
        }
        if (parameter.path("required").asBoolean(false)) {
            add(new Mistake("missing parameter", method, path + query(parameters, name, null), null, Map.of(), name));
        }
    }

    private static List<String> badValues(String name, JsonNode schema) {
        return switch (name) {
            case "limit" -> List.of("0", "10001", "-1", "x", "9".repeat(40));
            case "cursor" -> List.of("***", "x".repeat(5_000));
            default -> isFree(schema) ? List.of("x".repeat(5_000)) : List.of("~nonsense~", "x".repeat(5_000));
        };
    }

    private static boolean isFree(JsonNode schema) {
        return Schemas.type(schema).equals("string")
                && Schemas.codes(schema).isEmpty()
                && !schema.has("format")
                && !schema.has("pattern");
    }

    private void inBody(String method, String path, JsonNode schema) {
        body("broken JSON", method, path, "{\"a\":");
        body("not JSON", method, path, "<a/>");
        body("a list", method, path, "[1]");
        body("text", method, path, "\"x\"");
        body("a number", method, path, "7");
        body("10,000 levels deep", method, path, "{\"a\":".repeat(10_000));
        add(new Mistake("another content type", method, path, "{}", Map.of("Content-Type", "application/xml"), null));
        WrongBodies.of(
                schema,
                schemas,
                (wrong, body) -> add(new Mistake(
                                wrong.what() + " at " + wrong.field(),
                                method,
                                path,
                                body.toString(),
                                Map.of(),
                                wrong.field())
                        .listing(wrong.allowed())));
    }

    private void body(String what, String method, String path, @Nullable String body) {
        add(new Mistake(what, method, path, body, Map.of(), what.startsWith("10,000") ? null : "(body)"));
    }

    private void add(Mistake mistake) {
        all.add(mistake.with(needed));
    }

    /** Headers without which nothing is looked at, and the type of a body that isn't JSON. */
    private Map<String, String> neededHeaders(JsonNode operation, List<JsonNode> parameters) {
        Map<String, String> headers = new HashMap<>();
        parameters.stream()
                .filter(it -> it.path("in").asString().equals("header"))
                .filter(it -> it.path("required").asBoolean(false))
                .forEach(it -> headers.put(
                        it.path("name").asString(),
                        schemas.valid(it.path("schema")).asString()));
        JsonNode content = operation.path("requestBody").path("content");
        if (!content.isEmpty() && !content.has("application/json")) {
            headers.put("Content-Type", content.propertyNames().iterator().next());
        }
        return headers;
    }

    private List<JsonNode> parameters(JsonNode operation) {
        return operation.path("parameters").valueStream().map(schemas::resolve).toList();
    }

    private String filled(String template, List<JsonNode> parameters) {
        String path = template;
        for (JsonNode it : parameters) {
            if (!it.path("in").asString().equals("path")) {
                continue;
            }
            path = path.replace(
                    "{" + it.path("name").asString() + "}",
                    schemas.valid(it.path("schema")).asString());
        }
        return path;
    }

    /** The needed parameters, and {@code name} as {@code value}, or without it. */
    private String query(List<JsonNode> parameters, String name, @Nullable String value) {
        List<String> pairs = new ArrayList<>();
        for (JsonNode it : parameters) {
            String its = it.path("name").asString();
            boolean needed = it.path("in").asString().equals("query")
                    && it.path("required").asBoolean(false);
            if (needed && !its.equals(name)) {
                JsonNode schema = schemas.resolve(it.path("schema"));
                JsonNode one = Schemas.type(schema).equals("array") ? schema.path("items") : schema;
                pairs.add(its + "=" + encoded(schemas.valid(one).asString()));
            }
        }
        if (value != null) {
            pairs.add(name + "=" + encoded(value));
        }
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
