package io.hairline.benchmarks;

import io.hairline.kit.testing.TestIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service's REST interface, called as head office. */
final class Api {

    /** What is counted when no answer came at all. */
    private static final int NO_ANSWER = 599;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final String base;
    private final String token = TestIssuer.get()
            .mint(BenchmarkNetwork.HEAD_OFFICE.value(), Instant.now().plus(Duration.ofHours(6)));

    Api(String base) {
        this.base = base;
    }

    String register(int number) throws IOException, InterruptedException {
        Map<String, Object> client = new LinkedHashMap<>();
        client.put("givenName", "Client");
        client.put("familyName", "Number " + number);
        client.put("dateOfBirth", "1980-01-01");
        client.put("email", "client" + number + "@example.org");
        client.put("phone", String.format(Locale.ROOT, "+4930901%05d", number));
        client.put("language", "en");
        client.put("zone", "Europe/Berlin");
        client.put("homeClinicId", BenchmarkNetwork.clinic(0).value());
        client.put("allowDuplicate", true);
        HttpResponse<String> answer = http.send(post("/api/v1/clients", client), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("A client was refused: " + answer.body());
        }
        return JSON.readTree(answer.body()).get("id").asString();
    }

    /** Makes or changes something and answers with it. */
    JsonNode create(String path, Map<String, Object> body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(post(path, body), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + " was refused: " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** What a read was answered with. */
    record Answer(int status, String text) {

        int bytes() {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
    }

    Answer read(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            return new Answer(NO_ANSWER, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(NO_ANSWER, "");
        }
    }

    int book(BenchmarkNetwork.Place place, String clientId) {
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("clientId", clientId);
        wish.put("clinicId", place.clinicId().value());
        wish.put("practitionerId", place.practitionerId().value());
        wish.put("chairId", place.chairId().value());
        wish.put("serviceCode", BenchmarkNetwork.SERVICE);
        wish.put("startsAt", place.startsAt().toString());
        try {
            return http.send(post("/api/v1/appointments", wish), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return NO_ANSWER;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NO_ANSWER;
        }
    }

    /** A stream of server-sent events, line by line; it ends when it is closed. */
    Stream<String> stream(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<Stream<String>> answer = http.send(request, HttpResponse.BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpRequest post(String path, Map<String, Object> body) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
    }
}
