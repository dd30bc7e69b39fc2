package io.hairline.launcher.tour;

import io.hairline.launcher.command.LogIn;
import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.machine.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The running brand as somebody outside sees it: its address, and people who can log in. */
final class Franchise implements AutoCloseable {

    static final String VISITOR = "visitor";
    private static final JsonMapper JSON = JsonMapper.shared();
    /**
     * A service that restarts answers 503 through the portal, and hears of nothing meanwhile; a POST that is sent again
     * carries the same key.
     */
    private static final Duration AWAY_FOR_AT_MOST = Duration.ofSeconds(90);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI portal;
    private final String demoPassword;
    private final TourPrinter printer;
    private final Map<String, String> tokens = new HashMap<>();

    Franchise(URI portal, String demoPassword, TourPrinter printer) {
        this.portal = portal;
        this.demoPassword = demoPassword;
        this.printer = printer;
    }

    /** Gets a guest token of its own for a visitor, who has this name in the tour. */
    void welcome(String guest) {
        String path = "/oauth2/guest";
        Answer answer = send("POST", path, null, Map.of());
        requireDone(path, answer);
        tokens.put(guest, answer.text("access_token"));
    }

    Answer get(String who, String path) {
        Answer answer = send("GET", "/api/v1" + path, who, null);
        printer.call(who, "GET", path, null, answer);
        return answer;
    }

    /** Looks without telling. */
    Answer glance(String who, String path) {
        return send("GET", "/api/v1" + path, who, null);
    }

    Answer post(String who, String path, Map<String, ?> body) {
        Answer answer = send("POST", "/api/v1" + path, who, body);
        printer.call(who, "POST", path, JSON.writeValueAsString(body), answer);
        return answer;
    }

    /** Sends what must be accepted. */
    Answer done(String who, String path, Map<String, ?> body) {
        Answer answer = post(who, path, body);
        requireDone(path, answer);
        return answer;
    }

    private static void requireDone(String path, Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new LauncherException("POST %s was answered %d: %s".formatted(path, answer.status(), answer.body()));
        }
    }

    /** Looks until it is so: other services hear of an event a moment later. */
    Answer eventually(String who, String path, String what, Predicate<JsonNode> isSo) {
        AtomicReference<Answer> last = new AtomicReference<>(new Answer(0, MissingNode.getInstance()));
        boolean came = Waiting.until(AWAY_FOR_AT_MOST, () -> {
            last.set(send("GET", "/api/v1" + path, who, null));
            return last.get().status() == 200 && isSo.test(last.get().body());
        });
        printer.call(who, "GET", path, null, last.get());
        if (!came) {
            throw new LauncherException("It didn't come about that %s: GET %s".formatted(what, path));
        }
        return last.get();
    }

    private String tokenOf(String who) {
        return tokens.computeIfAbsent(who, it -> new LogIn(portal).token(it, demoPassword));
    }

    private Answer send(String method, String path, @Nullable String who, @Nullable Map<String, ?> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(portal + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json");
        if (who != null && !who.equals(VISITOR)) {
            request.header("Authorization", "Bearer " + tokenOf(who));
        }
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        return sendUntilSomebodyIsThere(request.build());
    }

    private Answer sendUntilSomebodyIsThere(HttpRequest request) {
        AtomicReference<@Nullable Answer> answer = new AtomicReference<>();
        Waiting.until(AWAY_FOR_AT_MOST, () -> {
            answer.set(sendOnce(request));
            Answer it = answer.get();
            return it != null
                    && it.status() != 503
                    && it.status() != 502
                    && !it.text("type").endsWith("/not-yet-known");
        });
        Answer it = answer.get();
        if (it == null) {
            throw new LauncherException("%s doesn't answer. Is Hairline up? ./hairline status".formatted(portal));
        }
        return it;
    }

    private @Nullable Answer sendOnce(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), parse(response.body()));
        } catch (IOException _) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted.", e);
        }
    }

    private static JsonNode parse(String body) {
        return body.startsWith("{")
                ? JSON.readTree(body)
                : JSON.createObjectNode().put("text", body);
    }

    @Override
    public void close() {
        http.close();
    }
}
