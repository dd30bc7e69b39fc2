package io.hairline.launcher.history;

import io.hairline.launcher.command.LogIn;
import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.machine.Waiting;
import io.hairline.launcher.system.Addresses;
import io.hairline.launcher.system.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The services as they are called to do something as of an earlier day; the portal lets nobody do that. */
final class BackdatedClient implements AutoCloseable {

    /** A body told again must be the same to the letter. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<Integer> REFUSED = Set.of(409, 422);
    private static final Pattern TAKEN =
            Pattern.compile("/problems/(slot-taken|course-not-booked|client-busy|guest-days-used|outside-opening-hours|"
                    + "practitioner-not-(working|licensed|trained))\"");
    private static final Set<Integer> LATER = Set.of(502, 503);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Addresses addresses;
    private final String demoPassword;

    /** The diary doesn't have that time: in the coming weeks it has other entries, and people change plans. */
    static final class Taken extends RuntimeException {
        private Taken(String answer) {
            super(answer, null, false, false);
        }
    }

    BackdatedClient(Addresses addresses, String demoPassword) {
        this.addresses = addresses;
        this.demoPassword = demoPassword;
    }

    JsonNode get(String service, String who, String path) {
        return require(path, send(request(service, who, path).GET().build()));
    }

    /**
     * Does something as of then. Sent again under the same key, it is done once.
     *
     * @param key of this step and no other
     * @throws Taken if the time is gone
     */
    JsonNode post(String service, String who, Instant then, String key, String path, Map<String, ?> body) {
        return require(
                path,
                send(request(service, who, path)
                        .header("Hairline-As-Of", then.toString())
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build()));
    }

    /** Sends a file as of then; the same file sent again is the one that is there. */
    JsonNode upload(String service, String who, Instant then, String path, Map<String, String> fields, byte[] file) {
        String boundary = "part-of-the-demo";
        StringBuilder head = new StringBuilder();
        fields.forEach((name, value) -> head.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value)));
        head.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"drawn.png\"\r\n"
                .formatted(boundary));
        head.append("Content-Type: image/png\r\n\r\n");
        return require(
                path,
                send(request(service, who, path)
                        .header("Hairline-As-Of", then.toString())
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.concat(
                                HttpRequest.BodyPublishers.ofString(head.toString()),
                                HttpRequest.BodyPublishers.ofByteArray(file),
                                HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                        .build()));
    }

    private HttpRequest.Builder request(String service, String who, String path) {
        URI base = Service.ALL.stream()
                .filter(it -> it.name().equals(service))
                .map(addresses::internal)
                .findFirst()
                .orElseThrow();
        String token = tokens.computeIfAbsent(who, it -> new LogIn(addresses.portal()).token(it, demoPassword));
        return HttpRequest.newBuilder(URI.create(base + "/api/v1" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    private static JsonNode require(String path, HttpResponse<String> answer) {
        if (REFUSED.contains(answer.statusCode())
                && TAKEN.matcher(answer.body()).find()) {
            throw new Taken(answer.body());
        }
        if (answer.statusCode() / 100 != 2) {
            throw new LauncherException("%s was answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }

    /** News travels between services: what isn't known yet is asked for again. */
    private HttpResponse<String> send(HttpRequest request) {
        AtomicReference<@Nullable HttpResponse<String>> last = new AtomicReference<>();
        Waiting.until(PATIENCE, () -> {
            HttpResponse<String> it = sendOnce(request);
            last.set(it);
            return it != null
                    && !LATER.contains(it.statusCode())
                    && !it.body().contains("/not-yet-known")
                    && !isStillUnknown(it);
        });
        HttpResponse<String> it = last.get();
        if (it == null) {
            throw new LauncherException("%s doesn't answer.".formatted(request.uri()));
        }
        return it;
    }

    private static boolean isStillUnknown(HttpResponse<String> it) {
        return it.statusCode() == 404 || it.statusCode() == 403;
    }

    private @Nullable HttpResponse<String> sendOnce(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException _) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted.", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
