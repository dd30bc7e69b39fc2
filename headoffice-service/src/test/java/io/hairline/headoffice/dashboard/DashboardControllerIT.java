package io.hairline.headoffice.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PaymentId;
import io.hairline.contracts.PersonId;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.BookingEvent.PaymentCaptured;
import io.hairline.contracts.booking.PaymentDetails;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.headoffice.Role;
import io.hairline.contracts.wire.Topics;
import io.hairline.headoffice.Elsewhere;
import io.hairline.headoffice.Staff;
import io.hairline.headoffice.people.StaffManagement;
import io.hairline.kit.HairlineProperties;
import io.hairline.kit.Ids;
import io.hairline.kit.security.Assignment;
import io.hairline.kit.testing.Api;
import io.hairline.kit.testing.OnRealServers;
import io.hairline.kit.testing.TestIssuer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@OnRealServers
class DashboardControllerIT {

    private static final ClinicId DUBLIN = DemoIds.clinic("DUB");
    private static final ZoneId ZONE = ZoneId.of("Europe/Dublin");

    @LocalServerPort
    int port;

    @Autowired
    HairlineProperties hairline;

    @Autowired
    StaffManagement staffing;

    @Autowired
    Clock clock;

    @Autowired
    MongoTemplate mongo;

    @Test
    void countsABookingWhereverOneLooks() {
        RestTestClient headOffice = Staff.of(port, "head-office");
        String month = "&from=2032-02-01&to=2032-02-29&period=week";
        LocalDateTime start = LocalDateTime.parse("2032-02-29T10:00:00");
        try (Elsewhere elsewhere = new Elsewhere(hairline)) {
            elsewhere.happens(Topics.BOOKING_EVENTS, booked(start), 1, Instant.parse("2032-02-29T23:59:00Z"));
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(value(headOffice, "clinicId=" + DUBLIN + month, "bookings"))
                        .isEqualTo(1));

        assertThat(value(headOffice, "regionId=" + DemoIds.region("UKI") + month, "bookings"))
                .isEqualTo(1);
        assertThat(value(headOffice, "brand=true" + month, "bookings")).isEqualTo(1);
        assertThat(Staff.read(headOffice, "/dashboard/bookings/events?brand=true&from=2032-02-01&to=2032-02-29")
                        .at("/items/0/clinicId")
                        .asString())
                .isEqualTo(DUBLIN.value());
        headOffice
                .get()
                .uri("/dashboard?clinicId=" + DUBLIN + month)
                .exchange()
                .expectBody()
                .jsonPath("$.tiles[?(@.key == 'utilisation')].value")
                .value(it -> assertThat(it.toString()).matches("\\[0\\.[1-9]\\d*]"))
                .jsonPath("$.tiles[?(@.key == 'revenue')].unit")
                .isEqualTo("EUR")
                .jsonPath("$.tiles[0].zone")
                .isEqualTo("Europe/Dublin")
                .jsonPath("$.series[?(@.key == 'bookings')].points.length()")
                .isEqualTo(5)
                .jsonPath("$.series[?(@.key == 'bookings')].points[4].from")
                .isEqualTo("2032-02-23")
                .jsonPath("$.series[?(@.key == 'bookings')].points[4].value")
                .isEqualTo(1)
                .jsonPath("$.tiles[?(@.key == 'bookings')].previous")
                .isEqualTo(0)
                .jsonPath("$.comparedWith.from")
                .isEqualTo("2032-01-01");
        headOffice
                .get()
                .uri("/dashboard?clinicId=" + DUBLIN + "&from=2032-03-01&to=2032-03-31")
                .exchange()
                .expectBody()
                .jsonPath("$.tiles[?(@.key == 'bookings')].previous")
                .isEqualTo(1);
    }

    @Test
    void opensANumberToTheEventsBehindItTheLatestFirst() {
        RestTestClient headOffice = Staff.of(port, "head-office");
        String days = "clinicId=" + DUBLIN + "&from=2033-03-01&to=2033-03-31";
        try (Elsewhere elsewhere = new Elsewhere(hairline)) {
            for (int day = 1; day <= 3; day++) {
                LocalDateTime start = LocalDateTime.parse("2033-04-01T10:00:00").plusDays(day);
                Instant madeAt = Instant.parse("2033-03-0" + day + "T12:00:00Z");
                elsewhere.happens(Topics.BOOKING_EVENTS, booked(start), 1, madeAt);
            }
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(value(headOffice, days, "bookings")).isEqualTo(3));

        JsonNode first = Staff.read(headOffice, "/dashboard/bookings/events?limit=2&" + days);
        JsonNode second = Staff.read(
                headOffice,
                "/dashboard/bookings/events?limit=2&" + days + "&cursor="
                        + first.path("nextCursor").asString());

        assertThat(first.path("items").valueStream().map(it -> it.path("day").asString()))
                .containsExactly("2033-03-03", "2033-03-02");
        assertThat(second.path("items").valueStream().map(it -> it.path("day").asString()))
                .containsExactly("2033-03-01");
        assertThat(second.path("nextCursor").isNull()).isTrue();
        assertThat(first.at("/items/0/part").asString()).isEqualTo("BOOKINGS");
        assertThat(first.at("/items/0/subject").asString()).startsWith("apt_");
        assertThat(status("head-office", "/dashboard/nonsense/events?" + days)).isEqualTo(404);
        assertThat(status("manager-ber", "/dashboard/bookings/events?" + days)).isEqualTo(404);
        assertThat(status("desk-dub", "/dashboard/bookings/events?" + days)).isEqualTo(403);
        assertThat(status("head-office", "/dashboard/bookings/events?cursor=AAAA&" + days))
                .isEqualTo(400);
    }

    @Test
    void opensTheMoneyOfOneCurrencyAlone() {
        RestTestClient headOffice = Staff.of(port, "head-office");
        String days = "regionId=" + DemoIds.region("UKI") + "&from=2034-03-01&to=2034-03-31";
        try (Elsewhere elsewhere = new Elsewhere(hairline)) {
            elsewhere.happens(Topics.BOOKING_EVENTS, paid(DUBLIN, "EUR"), 1, Instant.parse("2034-03-02T12:00:00Z"));
            elsewhere.happens(
                    Topics.BOOKING_EVENTS,
                    paid(DemoIds.clinic("LON"), "GBP"),
                    1,
                    Instant.parse("2034-03-03T12:00:00Z"));
        }
        String events = "/dashboard/collected/events?" + days;
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(units(headOffice, events)).containsExactly("GBP", "EUR"));

        assertThat(units(headOffice, events + "&unit=EUR")).containsExactly("EUR");
        assertThat(units(headOffice, events + "&unit=GBP")).containsExactly("GBP");
        headOffice
                .get()
                .uri(events + "&unit=JPY")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("unit");
    }

    private static List<String> units(RestTestClient client, String events) {
        return Staff.read(client, events)
                .path("items")
                .valueStream()
                .map(it -> it.path("unit").asString())
                .toList();
    }

    private static PaymentCaptured paid(ClinicId clinic, String currency) {
        Money nothing = new Money(BigDecimal.ZERO, currency);
        return new PaymentCaptured(
                new PaymentId(Ids.next(PaymentId.PREFIX)),
                new PaymentDetails(
                        new ClientId(Ids.next(ClientId.PREFIX)),
                        clinic,
                        new AppointmentId(Ids.next(AppointmentId.PREFIX)),
                        null,
                        new Money(BigDecimal.TEN, currency),
                        nothing,
                        nothing,
                        "CARD",
                        null));
    }

    @Test
    void showsEachOnlyTheirOwn() {
        String eu = "/dashboard?regionId=" + DemoIds.region("EU");
        String dublin = "/dashboard?clinicId=" + DUBLIN;
        String berlin = "/dashboard?clinicId=" + DemoIds.clinic("BER");

        assertThat(status("head-office", "/dashboard?brand=true")).isEqualTo(200);
        assertThat(status("region-eu", "/dashboard?brand=true")).isEqualTo(404);
        assertThat(status("manager-ber", "/dashboard/stream?brand=true")).isEqualTo(404);
        assertThat(status("manager-ber", "/dashboard/bookings/events?brand=true"))
                .isEqualTo(404);
        assertThat(status("desk-ber", "/dashboard?brand=true")).isEqualTo(403);
        assertThat(status("region-eu", eu)).isEqualTo(200);
        assertThat(status("region-eu", berlin)).isEqualTo(200);
        assertThat(status("region-eu", dublin)).isEqualTo(404);
        assertThat(status("manager-ber", berlin)).isEqualTo(200);
        assertThat(status("manager-ber", eu)).isEqualTo(404);
        assertThat(status("manager-ber", dublin + "&from=2026-01-01")).isEqualTo(404);
        assertThat(status("manager-ber", "/dashboard/stream?clinicId=" + DUBLIN))
                .isEqualTo(404);
        assertThat(status("desk-ber", berlin)).isEqualTo(403);
        assertThat(status("head-office", "/dashboard?clinicId=cln_01kbpkmj5nrwrxqyc7t29s2htv"))
                .isEqualTo(404);
        assertThat(status("head-office", "/dashboard?regionId=reg_01kbpkmj5nrwrxqyc7t29s2htv"))
                .isEqualTo(404);
        new Api(port).visitor().get().uri(berlin).exchange().expectStatus().isUnauthorized();
    }

    @Test
    void refusesWhatIsNoPeriodOrNoScope() {
        String berlin = "/dashboard?clinicId=" + DemoIds.clinic("BER");

        assertThat(status("head-office", "/dashboard")).isEqualTo(400);
        assertThat(status("head-office", berlin + "&brand=true")).isEqualTo(400);
        assertThat(status("head-office", berlin + "&regionId=" + DemoIds.region("EU")))
                .isEqualTo(400);
        assertThat(status("head-office", berlin + "&from=yesterday")).isEqualTo(400);
        assertThat(status("head-office", berlin + "&from=2026-02-02&to=2026-02-01"))
                .isEqualTo(400);
        assertThat(status("head-office", berlin + "&from=2000-01-01&to=2026-02-01"))
                .isEqualTo(400);
        assertThat(status("head-office", berlin + "&period=hour")).isEqualTo(400);
    }

    @Test
    void keepsRecountingToHeadOffice() {
        Staff.of(port, "region-eu")
                .post()
                .uri("/dashboard/reconcile")
                .exchange()
                .expectStatus()
                .isForbidden();
        Staff.of(port, "head-office")
                .post()
                .uri("/dashboard/reconcile")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.mended.length()")
                .isEqualTo(0);
    }

    @Test
    void streamsTheFullSetAndThenWhatChangesUntilTheRoleIsWithdrawn() throws Exception {
        PersonId manager = new PersonId(Ids.next("per"));
        Assignment assignment = new Assignment(Role.CLINIC_MANAGER, null, DUBLIN, null);
        staffing.enrol(manager, manager.value(), null);
        staffing.assign(manager, null, assignment);
        RestTestClient client = new Api(port).as(manager.value());
        await().atMost(Duration.ofSeconds(20)).until(() -> statusOf(client, "/dashboard?clinicId=" + DUBLIN) == 200);
        List<String> lines = new CopyOnWriteArrayList<>();
        AtomicBoolean ended = new AtomicBoolean();
        Thread.ofVirtual().start(() -> listen(manager, lines, ended));
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(lines).anyMatch(it -> it.contains("\"messageStale\"")));
        assertThat(lines).filteredOn("event: tile"::equals).hasSize(28);
        lines.clear();

        try (Elsewhere elsewhere = new Elsewhere(hairline)) {
            LocalDateTime start = LocalDateTime.ofInstant(clock.instant(), ZONE);
            elsewhere.happens(Topics.BOOKING_EVENTS, booked(start), 1, clock.instant());
            await().atMost(Duration.ofMillis(1_500))
                    .pollInterval(Duration.ofMillis(20))
                    .untilAsserted(() ->
                            assertThat(lines).anyMatch(it -> it.startsWith("data:") && it.contains("\"bookings\"")));
        }
        assertThat(lines).noneMatch(it -> it.contains("\"consultations\""));
        assertThat(ended).isFalse();

        staffing.withdraw(manager, null, assignment);
        await().atMost(Duration.ofSeconds(5)).untilTrue(ended);
    }

    @Test
    void findsEverySumByAnIndex() {
        mongo.executeCommand(new Document("profile", 2));
        try {
            value(Staff.of(port, "head-office"), "regionId=" + DemoIds.region("EU"), "bookings");
            Staff.of(port, "head-office")
                    .post()
                    .uri("/dashboard/reconcile")
                    .exchange()
                    .expectStatus()
                    .isOk();
        } finally {
            mongo.executeCommand(new Document("profile", 0));
        }
        assertThat(mongo.getCollection("system.profile")
                        .find(new Document("ns", new Document("$regex", "dashboard_"))
                                .append("op", new Document("$in", List.of("query", "update")))))
                .isNotEmpty()
                .noneMatch(it -> String.valueOf(it.getString("planSummary")).contains("COLLSCAN"));
        mongo.dropCollection("system.profile");
    }

    private void listen(PersonId person, List<String> lines, AtomicBoolean ended) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/dashboard/stream?clinicId=" + DUBLIN))
                .header("Authorization", "Bearer " + TestIssuer.get().mint(person.value()))
                .build();
        try (HttpClient http = HttpClient.newHttpClient();
                BufferedReader reader = new BufferedReader(new InputStreamReader(
                        http.send(request, HttpResponse.BodyHandlers.ofInputStream())
                                .body(),
                        StandardCharsets.UTF_8))) {
            reader.lines().forEach(lines::add);
            ended.set(true);
        } catch (IOException e) {
            lines.add(e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static AppointmentBooked booked(LocalDateTime start) {
        return DublinBookings.at(start, DemoIds.practitioner(1), "SMP_SESSION");
    }

    private int status(String login, String uri) {
        return statusOf(Staff.of(port, login), uri);
    }

    private static int statusOf(RestTestClient client, String uri) {
        return client.get().uri(uri).exchange().returnResult().getStatus().value();
    }

    private static @Nullable Object value(RestTestClient client, String query, String key) {
        byte[] body = client.get()
                .uri("/dashboard?" + query)
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return Document.parse(new String(body, StandardCharsets.UTF_8)).getList("tiles", Document.class).stream()
                .filter(it -> key.equals(it.getString("key")))
                .findFirst()
                .orElseThrow()
                .get("value");
    }
}
