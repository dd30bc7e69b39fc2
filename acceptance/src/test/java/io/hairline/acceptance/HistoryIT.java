package io.hairline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.acceptance.world.Api;
import io.hairline.acceptance.world.Ledger;
import io.hairline.acceptance.world.RunningDemo;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.BookingEvent.AppointmentCompleted;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.launcher.recount.RecordedEvent;
import io.hairline.launcher.recount.RecordedEvents;
import io.hairline.launcher.recount.Recount;
import io.hairline.launcher.system.Service;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** A demo has a past, and head office's numbers tell all of it. */
@ResourceLock(value = "demo", mode = ResourceAccessMode.READ)
class HistoryIT {

    private static final Duration A_YEAR = Duration.ofDays(360);
    private static final Duration TWO_YEARS = Duration.ofDays(735);

    private final RunningDemo demo = RunningDemo.get();

    private Ledger ledger(String name) {
        return new Ledger(demo.system()
                .databaseOf(Service.ALL.stream()
                        .filter(it -> it.name().equals(name))
                        .findFirst()
                        .orElseThrow()));
    }

    @Test
    void datesWhatHappenedToTheDayOnWhichItDid() {
        Instant founded = founded();
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(ledger("booking").lines().stream()
                                .filter(it -> it.is(AppointmentCompleted.class))
                                .filter(it -> it.time().isBefore(founded)))
                        .isNotEmpty()
                        .allSatisfy(it -> assertThat(it.time()
                                        .atZone(ZoneId.of(it.text("slot", "zone")))
                                        .toLocalDate())
                                .isEqualTo(LocalDateTime.parse(it.text("slot", "localStart"))
                                        .toLocalDate())));
    }

    @Test
    void tellsNobodyOfThePast() {
        Instant founded = founded();
        List<RecordedEvent> told = ledger("notification").lines();
        Map<String, Instant> booked = new HashMap<>();
        ledger("booking").lines().stream()
                .filter(it -> it.is(AppointmentBooked.class))
                .forEach(it -> booked.put(it.subject(), it.time()));

        assertThat(told).isNotEmpty();
        assertThat(told.stream()
                        .filter(it -> it.text("about", "templateCode").equals("BOOKING_CONFIRMED"))
                        .map(it -> booked.get(it.text("about", "appointmentId"))))
                .allMatch(it -> it.isAfter(founded.minus(Duration.ofHours(1))));
    }

    @Test
    void countsWhatTheServicesThemselvesHaveWrittenDown() {
        Api headOffice = demo.as("head-office");
        List<Window> windows = List.of(
                new Window(Instant.now().minus(TWO_YEARS), Instant.now().plus(A_YEAR)),
                new Window(now(headOffice).minus(A_YEAR), now(headOffice).plus(A_YEAR)));
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> {
                    RecordedEvents told = told();
                    for (String region : DemoIds.REGIONS) {
                        for (Window window : windows) {
                            assertThat(shown(headOffice, region, window))
                                    .as(region + " " + window)
                                    .containsAllEntriesOf(recount(told, headOffice, region, window));
                        }
                    }
                });
    }

    /** When the demo began: what others of these tests did came after it. */
    private Instant founded() {
        return ledger("headoffice").lines().getFirst().time();
    }

    /** Local days. */
    private record Window(LocalDate from, LocalDate to) {
        private Window(Instant from, Instant to) {
            this(LocalDate.ofInstant(from, ZoneId.of("UTC")), LocalDate.ofInstant(to, ZoneId.of("UTC")));
        }
    }

    private static Instant now(Api headOffice) {
        return Instant.parse(headOffice.get("/demo/clock").text("instant"));
    }

    private static Map<String, BigDecimal> shown(Api headOffice, String region, Window window) {
        Map<String, BigDecimal> shown = new TreeMap<>();
        JsonNode tiles = headOffice
                .get("/dashboard?regionId=%s&from=%s&to=%s&period=month"
                        .formatted(DemoIds.region(region).value(), window.from(), window.to()))
                .body()
                .path("tiles");
        for (JsonNode it : tiles) {
            String key = it.path("key").asString();
            boolean money = key.equals("revenue") || key.equals("collected");
            if (it.path("value").isNumber()) {
                shown.put(
                        money ? key + " " + it.path("unit").asString() : key,
                        it.path("value").decimalValue().stripTrailingZeros());
            }
        }
        return shown;
    }

    /** Every line of every log. */
    private RecordedEvents told() {
        RecordedEvents told = new RecordedEvents();
        for (String service : List.of("booking", "treatment", "notification", "headoffice")) {
            ledger(service).lines().forEach(it -> told.add(service + ".events", it));
        }
        return told;
    }

    private static Map<String, BigDecimal> recount(RecordedEvents told, Api headOffice, String region, Window window) {
        Map<String, ZoneId> zones = new HashMap<>();
        headOffice.get("/clinics?limit=100").body().path("items").forEach(it -> {
            if (it.path("regionId").asString().equals(DemoIds.region(region).value())) {
                zones.put(it.path("id").asString(), ZoneId.of(it.path("zone").asString()));
            }
        });
        Map<String, BigDecimal> tiles = Recount.tiles(told, zones, window.from(), window.to());
        tiles.replaceAll((_, it) -> it.stripTrailingZeros());
        return tiles;
    }
}
