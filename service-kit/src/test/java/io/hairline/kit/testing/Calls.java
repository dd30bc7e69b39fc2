package io.hairline.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls to one running instance, on behalf of any caller. */
public record Calls(int port) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
    private static final String VISITOR = "";

    /** What came back. */
    public record Answer(int status, JsonNode body, HttpHeaders headers) {

        public String text(String pointer) {
            return body.at(pointer).asString();
        }

        public String id() {
            return text("/id");
        }

        public String problem() {
            return text("/type");
        }
    }

    public Answer visit(String path) {
        return get(VISITOR, path);
    }

    public Answer get(String who, String path) {
        return call(who, "GET", path, null, Map.of());
    }

    public Answer post(String who, String path, @Nullable Object body) {
        return call(who, "POST", path, body, Map.of());
    }

    public Answer post(String who, String path, @Nullable Object body, Map<String, String> headers) {
        return call(who, "POST", path, body, headers);
    }

    /** A body that is a string goes as it stands, anything else as its JSON. */
    public Answer call(String who, String method, String path, @Nullable Object body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json");
        if (!who.equals(VISITOR)) {
            request.header("Authorization", "Bearer " + token(who));
        }
        headers.forEach(request::setHeader);
        request.method(
                method,
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(
                                body instanceof String text ? text : JSON.writeValueAsString(body)));
        return send(request.build());
    }

    private static String token(String who) {
        return who.startsWith("ey")
                ? who
                : TOKENS.computeIfAbsent(
                        who,
                        it -> TestIssuer.get().mint(it, java.time.Instant.now().plus(Duration.ofHours(1))));
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            String body = response.body();
            return new Answer(
                    response.statusCode(),
                    body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body),
                    response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
