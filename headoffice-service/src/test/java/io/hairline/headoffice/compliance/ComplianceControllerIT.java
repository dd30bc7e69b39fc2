package io.hairline.headoffice.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.EmergencyAccessId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent.ClientCheckedIn;
import io.hairline.contracts.booking.PlanOverride;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.headoffice.JurisdictionRules;
import io.hairline.contracts.treatment.Needle;
import io.hairline.contracts.treatment.TreatmentEvent.ClientDataErased;
import io.hairline.contracts.treatment.TreatmentEvent.EmergencyAccessOpened;
import io.hairline.contracts.treatment.TreatmentEvent.ReadinessOverridden;
import io.hairline.contracts.treatment.TreatmentEvent.SessionCompleted;
import io.hairline.contracts.wire.Topics;
import io.hairline.headoffice.Elsewhere;
import io.hairline.headoffice.Staff;
import io.hairline.headoffice.compliance.review.EmergencyReview;
import io.hairline.kit.HairlineProperties;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.testing.OnRealServers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

@OnRealServers
class ComplianceControllerIT {

    private static final String BERLIN = "/compliance?clinicId=" + DemoIds.clinic("BER");

    @LocalServerPort
    int port;

    @Autowired
    HairlineProperties hairline;

    @Autowired
    Clock clock;

    @Autowired
    EventLog events;

    @Test
    void listsTheLicencesOfARegionTheMostUrgentFirst() {
        Staff.of(port, "head-office")
                .get()
                .uri("/compliance?limit=1&regionId=" + regionOf(DemoIds.PRACTITIONER_WHOSE_LICENCE_HAS_ENDED))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].practitionerId")
                .isEqualTo(DemoIds.practitioner(DemoIds.PRACTITIONER_WHOSE_LICENCE_HAS_ENDED)
                        .value())
                .jsonPath("$.items[0].state")
                .isEqualTo("EXPIRED")
                .jsonPath("$.nextCursor")
                .isNotEmpty();
    }

    @Test
    void showsEachOnlyTheirOwn() {
        assertThat(status("manager-ber", BERLIN)).isEqualTo(200);
        assertThat(status("region-eu", BERLIN)).isEqualTo(200);
        assertThat(status("region-us", BERLIN)).isEqualTo(404);
        assertThat(status("manager-vie", BERLIN)).isEqualTo(404);
        assertThat(status("manager-ber", "/compliance?regionId=" + DemoIds.region("EU")))
                .isEqualTo(404);
        assertThat(status("desk-ber", BERLIN)).isEqualTo(403);
        assertThat(status("manager-ber", "/compliance")).isEqualTo(400);
        assertThat(status("manager-ber", BERLIN + "&limit=0")).isEqualTo(400);
    }

    @Test
    void listsAnEmergencyAccessUntilTheRegionHasReviewedIt() {
        ClinicId clinic = DemoIds.clinic("BER");
        EmergencyAccessId recent = new EmergencyAccessId(Ids.next(EmergencyAccessId.PREFIX));
        EmergencyAccessId past = new EmergencyAccessId(Ids.next(EmergencyAccessId.PREFIX));
        Instant now = clock.instant();
        try (Elsewhere elsewhere = new Elsewhere(hairline)) {
            opened(elsewhere, past, clinic, now.minus(Duration.ofDays(16)));
            opened(elsewhere, recent, clinic, now.minus(Duration.ofDays(3)));
            opened(elsewhere, recent, clinic, now.minus(Duration.ofDays(3)));
        }

        String region = "/compliance?limit=200&regionId=" + DemoIds.region("EU");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> body("region-eu", region).contains(recent.value()));
        String seen = body("manager-ber", BERLIN + "&limit=200");
        assertThat(seen)
                .containsOnlyOnce(recent.value())
                .contains("\"kind\":\"EMERGENCY_ACCESS\"", "\"daysLeft\":11", "\"openedBy\":\"test\"")
                .contains("\"reasonCode\":\"CLIENT_PRESENT\"", past.value(), "\"daysLeft\":-2");
        assertThat(body("manager-vie", "/compliance?clinicId=" + DemoIds.clinic("VIE")))
                .doesNotContain(recent.value());

        assertThat(reviewed("manager-ber", recent)).isEqualTo(403);
        assertThat(reviewed("region-us", recent)).isEqualTo(404);
        assertThat(reviewed("region-eu", new EmergencyAccessId(Ids.next(EmergencyAccessId.PREFIX))))
                .isEqualTo(404);
        assertThat(reviewed("region-eu", recent)).isEqualTo(200);
        assertThat(reviewed("head-office", recent)).isEqualTo(409);
        assertThat(body("manager-ber", BERLIN + "&limit=200"))
                .doesNotContain(recent.value())
                .contains(past.value());
        assertThat(events.history(recent.value())).singleElement().satisfies(it -> {
            assertThat(it.type()).isEqualTo("headoffice.EmergencyAccessReviewed.v1");
            assertThat(it.actor()).isEqualTo(DemoIds.person("region-eu").value());
        });
    }

    @Test
    void letsNobodyReviewTheirOwnAccess() {
        EmergencyAccessId own = new EmergencyAccessId(Ids.next(EmergencyAccessId.PREFIX));
        EmergencyAccess access = new EmergencyAccess(
                own,
                DemoIds.clinic("BER"),
                DemoIds.client(1),
                DemoIds.person("head-office").value(),
                "OTHER",
                clock.instant(),
                clock.instant(),
                null);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> EmergencyReview.of(
                        access, EmergencyReview.Outcome.JUSTIFIED, access.openedBy(), clock.instant()))
                .satisfies(it -> assertThat(it.slug()).isEqualTo("own-access"));
    }

    @Test
    void listsAnOverrideOfTheReadinessLightForThirtyDays() {
        AppointmentId recent = new AppointmentId(Ids.next(AppointmentId.PREFIX));
        AppointmentId past = new AppointmentId(Ids.next(AppointmentId.PREFIX));
        try (Elsewhere elsewhere = new Elsewhere(hairline)) {
            overridden(elsewhere, past, clock.instant().minus(Duration.ofDays(32)));
            overridden(elsewhere, recent, clock.instant().minus(Duration.ofDays(3)));
            overridden(elsewhere, recent, clock.instant().minus(Duration.ofDays(3)));
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(board("manager-ber"))
                        .containsOnlyOnce(recent.value())
                        .contains("\"kind\":\"OVERRIDE\"", "\"stepCode\":\"HEALING_GAP\"", "\"daysLeft\":27")
                        .doesNotContain(past.value()));
    }

    @Test
    void countsChartsWhoseKeepingTimeEndsByEachClientsLastSession() {
        ClientId again = new ClientId(Ids.next(ClientId.PREFIX));
        ClientId once = new ClientId(Ids.next(ClientId.PREFIX));
        ClientId erased = new ClientId(Ids.next(ClientId.PREFIX));
        Instant kept = clock.instant()
                .atZone(ZoneOffset.UTC)
                .minusYears(JurisdictionRules.of("GB-MAN").chartYears())
                .toInstant();
        try (Elsewhere elsewhere = new Elsewhere(hairline)) {
            treated(elsewhere, again, kept.plus(Duration.ofDays(100)));
            treated(elsewhere, again, kept.minus(Duration.ofDays(60)));
            treated(elsewhere, once, kept.minus(Duration.ofDays(60)));
            treated(elsewhere, erased, kept.minus(Duration.ofDays(60)));
            elsewhere.happens(
                    Topics.TREATMENT_EVENTS, new ClientDataErased(erased, List.of(), List.of()), 1, clock.instant());
        }

        String manchester = "/compliance?limit=200&clinicId=" + DemoIds.clinic("MAN");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            List<JsonNode> months = Staff.read(Staff.of(port, "manager-man"), manchester)
                    .at("/items")
                    .valueStream()
                    .filter(it -> it.at("/kind").asString().equals("RETENTION"))
                    .toList();
            assertThat(months.stream().map(it -> it.at("/charts").asLong())).containsExactly(1L, 1L);
            assertThat(months.getFirst().at("/daysLeft").asLong()).isNegative();
            assertThat(months.getLast().at("/daysLeft").asLong()).isPositive();
        });
    }

    @Test
    void countsTheDaysThatAGuestHasWorkedThisYear() {
        PractitionerId guest = DemoIds.practitioner(20);
        Staff.of(port, "head-office")
                .post()
                .uri("/licences")
                .body(Map.of(
                        "practitionerId", guest.value(),
                        "jurisdiction", "US-CA",
                        "validFrom", "2020-01-01",
                        "validUntil", "2099-12-31",
                        "guest", true))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.guest.daysAYear")
                .isEqualTo(15);
        try (Elsewhere elsewhere = new Elsewhere(hairline)) {
            treatedBy(elsewhere, guest);
            treatedBy(elsewhere, guest);
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Staff.read(
                                        Staff.of(port, "manager-lax"),
                                        "/compliance?limit=200&clinicId=" + DemoIds.clinic("LAX"))
                                .at("/items")
                                .valueStream()
                                .filter(it -> it.at("/kind").asString().equals("GUEST"))
                                .filter(it ->
                                        it.at("/practitionerId").asString().equals(guest.value())))
                        .singleElement()
                        .satisfies(it -> {
                            assertThat(it.at("/daysUsed").asInt()).isEqualTo(1);
                            assertThat(it.at("/daysLeft").asInt()).isEqualTo(14);
                        }));
    }

    private void treatedBy(Elsewhere elsewhere, PractitionerId practitioner) {
        ClientId client = new ClientId(Ids.next(ClientId.PREFIX));
        treated(elsewhere, client, DemoIds.clinic("LAX"), practitioner, clock.instant());
    }

    private static void treated(Elsewhere elsewhere, ClientId client, Instant at) {
        treated(elsewhere, client, DemoIds.clinic("MAN"), DemoIds.practitioner(11), at);
    }

    private static void treated(
            Elsewhere elsewhere, ClientId client, ClinicId clinic, PractitionerId practitioner, Instant at) {
        SessionCompleted event = new SessionCompleted(
                new SessionId(Ids.next(SessionId.PREFIX)),
                new AppointmentId(Ids.next(AppointmentId.PREFIX)),
                client,
                clinic,
                practitioner,
                "SESSION_1",
                null,
                at.minusSeconds(3_600),
                at,
                List.of(),
                new Needle("3RL", new LotId(Ids.next(LotId.PREFIX))),
                List.of(),
                null);
        elsewhere.happens(Topics.TREATMENT_EVENTS, event, 1, at);
    }

    @Test
    void listsAClientWhoWasReceivedWithoutAnythingToTreatWith() {
        AppointmentId received = new AppointmentId(Ids.next(AppointmentId.PREFIX));
        AppointmentId late = new AppointmentId(Ids.next(AppointmentId.PREFIX));
        try (Elsewhere elsewhere = new Elsewhere(hairline)) {
            checkedIn(elsewhere, late, PlanOverride.GRACE);
            checkedIn(elsewhere, received, PlanOverride.STOCK);
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(board("manager-ber"))
                        .containsOnlyOnce(received.value())
                        .contains("\"stepCode\":\"LOT\"")
                        .doesNotContain(late.value()));
    }

    private void checkedIn(Elsewhere elsewhere, AppointmentId id, String rule) {
        Instant at = clock.instant().minus(Duration.ofDays(1));
        AppointmentSlot slot = new AppointmentSlot(
                DemoIds.clinic("BER"),
                new PractitionerId(Ids.next(PractitionerId.PREFIX)),
                new ChairId(Ids.next(ChairId.PREFIX)),
                "TOUCH_UP",
                at,
                at.plus(Duration.ofHours(2)),
                LocalDateTime.ofInstant(at, ZoneOffset.UTC),
                "Europe/Berlin");
        PlanOverride override = new PlanOverride(List.of(rule), "CLINIC_MANAGER", "OTHER");
        elsewhere.happens(
                Topics.BOOKING_EVENTS,
                new ClientCheckedIn(id, new ClientId(Ids.next(ClientId.PREFIX)), slot, override),
                1,
                at);
    }

    private String board(String login) {
        return Objects.requireNonNull(Staff.of(port, login)
                .get()
                .uri(BERLIN + "&limit=200")
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody());
    }

    private static void overridden(Elsewhere elsewhere, AppointmentId id, Instant at) {
        ReadinessOverridden event = new ReadinessOverridden(
                id, new ClientId(Ids.next(ClientId.PREFIX)), DemoIds.clinic("BER"), "HEALING_GAP", "PRACTITIONER");
        elsewhere.happens(Topics.TREATMENT_EVENTS, event, 1, at);
    }

    private int reviewed(String login, EmergencyAccessId id) {
        return Staff.of(port, login)
                .post()
                .uri("/compliance/emergency-accesses/" + id + "/review")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"outcome\":\"JUSTIFIED\"}")
                .exchange()
                .returnResult()
                .getStatus()
                .value();
    }

    private static void opened(Elsewhere elsewhere, EmergencyAccessId id, ClinicId clinic, Instant at) {
        EmergencyAccessOpened event = new EmergencyAccessOpened(
                id, DemoIds.client(1), clinic, at.plus(Duration.ofHours(8)), "CLIENT_PRESENT");
        elsewhere.happens(Topics.TREATMENT_EVENTS, event, 1, at);
    }

    private String body(String login, String uri) {
        return String.valueOf(Staff.of(port, login)
                .get()
                .uri(uri)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static String regionOf(int practitioner) {
        return DemoIds.region(practitioner <= 7 ? "EU" : practitioner <= 14 ? "UKI" : "US")
                .value();
    }

    private int status(String login, String uri) {
        return Staff.of(port, login)
                .get()
                .uri(uri)
                .exchange()
                .returnResult()
                .getStatus()
                .value();
    }
}
