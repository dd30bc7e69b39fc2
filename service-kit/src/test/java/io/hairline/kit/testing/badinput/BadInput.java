package io.hairline.kit.testing.badinput;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.hairline.kit.testing.TestIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One service, to which every mistake is made that its own OpenAPI document gives away. */
public final class BadInput {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String address;
    private final List<Caller> callers;

    private record Caller(String subject, @Nullable String token) {}

    /**
     * To the service on this port.
     *
     * @param subjects each mistake is made by the first of them who isn't refused for their role; without any, by a visitor
     */
    public BadInput(int port, String... subjects) {
        this.address = "http://127.0.0.1:" + port;
        this.callers = subjects.length == 0
                ? List.of(new Caller("anonymous", null))
                : Stream.of(subjects)
                        .map(it -> new Caller(it, TestIssuer.get().mint(it)))
                        .toList();
    }

    /** One line for each mistake that wasn't refused as it must be, and one if anything was written meanwhile. */
    public List<String> wronglyAnswered(MongoDatabase database) {
        JsonNode document = json(get("/v3/api-docs"));
        String base = document.path("servers").path(0).path("url").asString().replaceFirst("/$", "");
        List<Mistake> mistakes = Mistakes.in(document);
        long before = written(database);
        List<String> wrong = mistakes.parallelStream()
                .flatMap(it -> complaint(it, base).stream())
                .toList();
        long after = written(database);
        return mistakes.isEmpty() || after != before
                ? List.of(
                        mistakes.size() + " mistakes led to " + (after - before) + " events", String.join("\n", wrong))
                : wrong;
    }

    private long written(MongoDatabase database) {
        List<String> subjects = callers.stream().map(Caller::subject).toList();
        return database.getCollection("events").countDocuments(Filters.in("actor", subjects));
    }

    private Optional<String> complaint(Mistake mistake, String base) {
        HttpResponse<String> answer = answer(mistake, base);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        boolean refused =
                answer.statusCode() >= 400 && answer.statusCode() < 500 && type.startsWith("application/problem+json");
        boolean passed = mistake.harmless() && answer.statusCode() == 200;
        if (passed || (refused && names(json(answer.body()), mistake))) {
            return Optional.empty();
        }
        String body = answer.body().substring(0, Math.min(300, answer.body().length()));
        return Optional.of(
                "%s; must name %s; got %s %s %s".formatted(mistake, mistake.field(), answer.statusCode(), type, body));
    }

    private HttpResponse<String> answer(Mistake mistake, String base) {
        HttpResponse<String> answer = send(request(mistake, base, callers.getFirst()));
        for (Caller caller : callers.subList(1, callers.size())) {
            if (answer.statusCode() == 403) {
                answer = send(request(mistake, base, caller));
            }
        }
        return answer;
    }

    private HttpRequest request(Mistake mistake, String base, Caller caller) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + base + mistake.path()))
                .timeout(Duration.ofSeconds(30))
                .setHeader("Content-Type", "application/json");
        if (caller.token() != null) {
            request.setHeader("Authorization", "Bearer " + caller.token());
        }
        mistake.headers().forEach(request::setHeader);
        String body = mistake.body();
        return request.method(mistake.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }

    private String get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).build()).body();
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * The list or the value that the wrong part is in will do: an amount's currency, say, can't be told from it. All that a
     * code can be stands beside its field.
     */
    private static boolean names(JsonNode problem, Mistake mistake) {
        String field = mistake.field();
        return field == null
                || problem.path("errors").valueStream().anyMatch(it -> {
                    String named = it.path("field").asString("");
                    String message = it.path("message").asString("");
                    return !named.isEmpty()
                            && (field.equals(named) || field.startsWith(named + "[") || field.startsWith(named + "."))
                            && mistake.allowed().stream().allMatch(message::contains);
                });
    }

    private static JsonNode json(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException _) {
            return JsonMapper.shared().createObjectNode();
        }
    }
}
