package io.hairline.benchmarks;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.launcher.command.LogIn;
import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.system.Addresses;
import io.hairline.launcher.system.LocalSystem;
import io.hairline.launcher.system.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** P9b: from the answer to a booking until the tile has moved on a dashboard that is looked at, in the running demo. */
final class CommitToScreen implements Benchmark {

    private static final String REGION = "US";
    private static final String CLINIC = "NYC";
    private static final double P50_MILLIS = 150;
    private static final double P99_MILLIS = 1_000;
    private static final int WARM_UP = 10;
    private static final int BOOKINGS = 60;
    private static final Duration BETWEEN = Duration.ofMillis(700);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int DAYS = 27;
    private static final int SEEN = 200;
    private static final int LOST = 504;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<Long> moved = new LinkedBlockingQueue<>();

    @Override
    public String id() {
        return "P9b";
    }

    @Override
    public Result measure(BenchmarkEnvironment lab) throws IOException, InterruptedException {
        ProjectFolder project = ProjectFolder.find();
        Addresses addresses = Addresses.of(project);
        if (!new LocalSystem(project, addresses).isRunning()) {
            return result("no demo runs: ./hairline up first", false);
        }
        String token = new LogIn(addresses.portal()).token("head-office", Settings.demoPassword(project));
        URI api = URI.create(addresses.portal() + "/api/v1");
        List<JsonNode> places = places(api, token);
        Timings timings = new Timings();
        try (InputStream screen = stream(api, token)) {
            Thread.ofVirtual().start(() -> watch(screen));
            for (int number = 0; number < WARM_UP + BOOKINGS && number < places.size(); number++) {
                Thread.sleep(BETWEEN);
                moved.clear();
                if (!book(api, token, places.get(number), number)) {
                    continue;
                }
                long answered = System.nanoTime();
                Long seen = moved.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                if (number >= WARM_UP) {
                    timings.add(
                            seen == null ? PATIENCE : Duration.ofNanos(Math.max(0, seen - answered)),
                            seen == null ? LOST : SEEN);
                }
            }
        }
        return result(
                timings.toString(),
                timings.count() >= BOOKINGS / 2
                        && timings.errors() == 0
                        && timings.millisAt(50) <= P50_MILLIS
                        && timings.millisAt(99) <= P99_MILLIS);
    }

    private Result result(String measured, boolean holds) {
        return new Result(
                id(), "booking to live dashboard, one each 0.7 s", "p50 <= 150, p99 <= 1000 ms", measured, "-", holds);
    }

    /** Free times that don't get into each other's way: one for each practitioner and day. */
    private List<JsonNode> places(URI api, String token) throws IOException, InterruptedException {
        Map<String, JsonNode> places = new HashMap<>();
        LocalDate today = LocalDate.ofInstant(
                Instant.parse(get(api, token, "/demo/clock").path("instant").asString()), ZoneOffset.UTC);
        for (int day = 1; day <= DAYS; day++) {
            LocalDate date = today.plusDays(day);
            get(
                            api,
                            token,
                            "/availability?serviceCode=CONSULTATION&clinicId=%s&from=%s&to=%s&limit=200"
                                    .formatted(DemoIds.clinic(CLINIC).value(), date, date))
                    .path("items")
                    .forEach(it -> places.putIfAbsent(
                            it.path("practitionerId").asString()
                                    + it.path("localStart").asString().substring(0, 10),
                            it));
        }
        return new ArrayList<>(places.values());
    }

    private JsonNode get(URI api, String token, String path) throws IOException, InterruptedException {
        return JSON.readTree(http.send(request(api, token, path).GET().build(), HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private boolean book(URI api, String token, JsonNode place, int number) throws IOException, InterruptedException {
        Map<String, String> wish = new HashMap<>();
        wish.put("clientId", DemoIds.client(number + 1).value());
        for (String field : List.of("clinicId", "practitionerId", "chairId", "serviceCode", "startsAt")) {
            wish.put(field, place.path(field).asString());
        }
        HttpRequest request = request(api, token, "/appointments")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(wish)))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 201;
    }

    private InputStream stream(URI api, String token) throws IOException, InterruptedException {
        HttpRequest request = request(
                        api,
                        token,
                        "/dashboard/stream?regionId=" + DemoIds.region(REGION).value())
                .header("Accept", "text/event-stream")
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
    }

    private static HttpRequest.Builder request(URI api, String token, String path) {
        return HttpRequest.newBuilder(URI.create(api + path)).header("Authorization", "Bearer " + token);
    }

    private void watch(InputStream screen) {
        @Nullable String before = null;
        try (Scanner lines = new Scanner(screen, java.nio.charset.StandardCharsets.UTF_8)) {
            while (lines.hasNextLine()) {
                String line = lines.nextLine();
                if (line.startsWith("data: ") && line.contains("\"bookings\"")) {
                    long now = System.nanoTime();
                    String value =
                            JSON.readTree(line.substring(6)).path("value").asString();
                    if (before != null && !value.equals(before)) {
                        moved.add(now);
                    }
                    before = value;
                }
            }
        }
    }
}
