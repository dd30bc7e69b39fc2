package io.hairline.acceptance.world;

import io.hairline.kit.testing.TestIssuer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One caller over HTTP. It asks for the address at every call, and gives an {@link Answer} where others throw.
 *
 * @param credentials value of the header Authorization; null for a visitor
 */
public record Api(Supplier<URI> address, Supplier<@Nullable String> credentials) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration UNTIL_SOMEBODY_ANSWERS = Duration.ofMinutes(2);

    /** With a token of the tests' own issuer. */
    Api(Supplier<URI> address, String subject) {
        this(address, () -> "Bearer " + TestIssuer.get().mint(subject));
    }

    static Api basic(Supplier<URI> address, String user, String password) {
        String credentials = user + ":" + password;
        String encoded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return new Api(address, () -> "Basic " + encoded);
    }

    public Answer get(String path) {
        return send(request(path, null).GET());
    }

    public Answer post(String path, Map<String, ?> body) {
        return post(path, body, null);
    }

    public Answer post(String path, Map<String, ?> body, @Nullable String idempotencyKey) {
        String json = JsonMapper.shared().writeValueAsString(body);
        return send(request(path, idempotencyKey)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /**
     * Any method.
     *
     * @param body JSON, unless the headers say otherwise: then each of its characters is a byte; null for none
     */
    public Answer send(String method, String path, Map<String, String> headers, @Nullable String body) {
        HttpRequest.Builder request = request(path, null);
        if (body == null) {
            headers.forEach(request::header);
            return send(request.method(method, HttpRequest.BodyPublishers.noBody()));
        }
        boolean bytes = headers.containsKey("Content-Type");
        request.header("Content-Type", "application/json");
        headers.forEach(request::setHeader);
        return send(request.method(
                method,
                HttpRequest.BodyPublishers.ofString(
                        body, bytes ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8)));
    }

    /** Asks with the same key until somebody answers, and not that the service can't just now; every answer is told. */
    public Answer insist(String path, Map<String, ?> body, String idempotencyKey, Consumer<Answer> told) {
        long deadline = System.nanoTime() + UNTIL_SOMEBODY_ANSWERS.toNanos();
        while (true) {
            Answer answer = post(path, body, idempotencyKey);
            told.accept(answer);
            if (answer.isFinal()) {
                return answer;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Nobody answered " + path + " for two minutes: " + answer);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private HttpRequest.Builder request(String path, @Nullable String idempotencyKey) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address.get() + path)).timeout(PATIENCE);
        String authorization = credentials.get();
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        long start = System.nanoTime();
        try {
            HttpResponse<InputStream> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            String type = response.headers().firstValue("Content-Type").orElse("");
            try (InputStream body = response.body()) {
                return new Answer(response.statusCode(), json(text(body, type)), type, since(start));
            }
        } catch (IOException e) {
            JsonNode reason = JsonMapper.shared().createObjectNode().put("unanswered", e.toString());
            return new Answer(0, reason, "", since(start));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A stream of events has no end, so only its start is waited for. */
    private static String text(InputStream body, String type) throws IOException {
        return type.startsWith("text/event-stream") ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static JsonNode json(String body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            return JsonMapper.shared().createObjectNode().put("text", body);
        }
    }
}
