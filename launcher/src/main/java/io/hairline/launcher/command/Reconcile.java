package io.hairline.launcher.command;

import io.hairline.contracts.wire.Attributes;
import io.hairline.contracts.wire.Topics;
import io.hairline.launcher.infrastructure.KafkaLogin;
import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.recount.RecordedEvent;
import io.hairline.launcher.recount.RecordedEvents;
import io.hairline.launcher.recount.Recount;
import io.hairline.launcher.system.Addresses;
import io.hairline.launcher.system.EventTail;
import io.hairline.launcher.system.Settings;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description =
                "Counts the dashboard's numbers anew from what the services have told, by no code of head office, and"
                        + " names each one that differs; 1 if any does.")
final class Reconcile implements Callable<Integer> {

    private static final Duration EVER = Duration.ofDays(100_000);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Option(names = "--from", paramLabel = "DAY", description = "The first local day; of the running month by default.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "The last local day; of its month by default.")
    private @Nullable LocalDate to;

    @Override
    public Integer call() {
        ProjectFolder project = ProjectFolder.find();
        Addresses addresses = Addresses.of(project);
        String token = new LogIn(addresses.portal()).token("head-office", Settings.demoPassword(project));
        try (HttpClient http = HttpClient.newHttpClient()) {
            Api api = new Api(http, addresses.portal(), token);
            Instant now = Instant.parse(api.get("/demo/clock").path("instant").asString());
            LocalDate first = from == null
                    ? YearMonth.from(LocalDate.ofInstant(now, ZoneId.of("UTC"))).atDay(1)
                    : from;
            LocalDate last = to == null ? YearMonth.from(first).atEndOfMonth() : to;
            KafkaLogin observer = Settings.observer(project, addresses);
            RecordedEvents told = told(observer.client(addresses.bootstrapServers()));
            long wrong = 0;
            for (JsonNode region : api.get("/regions?limit=200").path("items")) {
                wrong += compare(api, region, told, first, last);
            }
            System.out.printf(
                    "%s to %s: %s%n", first, last, wrong == 0 ? "all numbers are right." : wrong + " differ.");
            return wrong == 0 ? 0 : 1;
        }
    }

    private static RecordedEvents told(Map<String, Object> kafka) {
        List<String> topics = List.of(
                Topics.BOOKING_EVENTS, Topics.TREATMENT_EVENTS, Topics.NOTIFICATION_EVENTS, Topics.HEADOFFICE_EVENTS);
        RecordedEvents told = new RecordedEvents();
        new EventTail(kafka, topics, _ -> true, EVER)
                .read(Integer.MAX_VALUE, false, it -> told.add(it.topic(), line(it)));
        return told;
    }

    private static RecordedEvent line(EventTail.Event it) {
        return new RecordedEvent(
                it.attribute(Attributes.TYPE),
                it.subject(),
                Long.parseLong(it.attribute(Attributes.AGGREGATE_VERSION)),
                Instant.parse(it.attribute(Attributes.TIME)),
                JsonMapper.shared().readTree(it.body().isEmpty() ? "{}" : it.body()));
    }

    private static long compare(Api api, JsonNode region, RecordedEvents told, LocalDate first, LocalDate last) {
        Map<String, ZoneId> zones = new HashMap<>();
        api.get("/clinics?limit=200&regionId=" + region.path("id").asString())
                .path("items")
                .forEach(it -> zones.put(
                        it.path("id").asString(), ZoneId.of(it.path("zone").asString())));
        if (zones.isEmpty()) {
            return 0;
        }
        Map<String, BigDecimal> counted = Recount.tiles(told, zones, first, last);
        Map<String, BigDecimal> shown = shown(api.get("/dashboard?regionId=%s&from=%s&to=%s&period=month"
                .formatted(region.path("id").asString(), first, last)));
        TreeSet<String> keys = new TreeSet<>(counted.keySet());
        keys.addAll(shown.keySet());
        List<String> wrong = keys.stream()
                .filter(it -> value(counted, it).compareTo(value(shown, it)) != 0)
                .toList();
        wrong.forEach(it -> System.out.printf(
                "%-24s %-24s dashboard %14s   recount %14s%n",
                region.path("code").asString(),
                it,
                value(shown, it).toPlainString(),
                value(counted, it).toPlainString()));
        return wrong.size();
    }

    /** A number that is missing counts as 0: rates of nothing are shown by neither. */
    private static BigDecimal value(Map<String, BigDecimal> tiles, String key) {
        return tiles.getOrDefault(key, BigDecimal.ZERO);
    }

    private static Map<String, BigDecimal> shown(JsonNode dashboard) {
        Map<String, BigDecimal> shown = new TreeMap<>();
        dashboard.path("tiles").forEach(it -> {
            String key = it.path("key").asString();
            boolean money = key.equals("revenue") || key.equals("collected");
            if (it.path("value").isNumber()) {
                shown.put(
                        money ? key + " " + it.path("unit").asString() : key,
                        it.path("value").decimalValue());
            }
        });
        return shown;
    }

    private record Api(HttpClient http, URI portal, String token) {

        JsonNode get(String path) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(portal + "/api/v1" + path))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token)
                    .build();
            try {
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    throw new LauncherException(
                            "GET %s was answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
                }
                return JsonMapper.shared().readTree(answer.body());
            } catch (IOException e) {
                throw new LauncherException(
                        "%s doesn't answer. Is Hairline up? ./hairline status".formatted(portal), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LauncherException("Interrupted.", e);
            }
        }
    }
}
