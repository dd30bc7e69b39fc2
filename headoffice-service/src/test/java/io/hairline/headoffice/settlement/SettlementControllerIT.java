package io.hairline.headoffice.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.LotId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PaymentId;
import io.hairline.contracts.PrepaidId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent.AppointmentCompleted;
import io.hairline.contracts.booking.BookingEvent.PaymentCaptured;
import io.hairline.contracts.booking.BookingEvent.PrepaidRedeemed;
import io.hairline.contracts.booking.PaymentDetails;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.treatment.Needle;
import io.hairline.contracts.treatment.TreatmentEvent.SessionCompleted;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpBooked;
import io.hairline.contracts.wire.Topics;
import io.hairline.headoffice.Elsewhere;
import io.hairline.headoffice.Staff;
import io.hairline.kit.HairlineProperties;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.OnRealServers;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnRealServers
class SettlementControllerIT {

    private static final ClinicId BERLIN = DemoIds.clinic("BER");
    private static final ClinicId VIENNA = DemoIds.clinic("VIE");
    private static final Instant THEN = Instant.parse("2033-05-05T10:00:00Z");
    private static final Instant LATER = Instant.parse("2034-05-20T10:00:00Z");
    private static final String MONTH = "/settlements?month=2033-05";

    @LocalServerPort
    int port;

    @Autowired
    HairlineProperties hairline;

    private final ClientId client = new ClientId(Ids.next(ClientId.PREFIX));

    @Test
    void creditsTheClinicThatDidAFreeTouchUpAndSumsToZero() {
        RestTestClient headOffice = Staff.of(port, "head-office");
        AppointmentId appointment = new AppointmentId(Ids.next(AppointmentId.PREFIX));
        SessionCompleted session = session(appointment);
        happens(Topics.TREATMENT_EVENTS, session, 1);
        happens(
                Topics.TREATMENT_EVENTS,
                new TouchUpBooked(new TouchUpId(Ids.next(TouchUpId.PREFIX)), client, BERLIN, appointment, VIENNA),
                1);
        PrepaidRedeemed used = redeemed("50.00");
        happens(Topics.BOOKING_EVENTS, used, 1);
        happens(Topics.TREATMENT_EVENTS, session, 1);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(read(headOffice, MONTH).path("entries").size())
                                .isEqualTo(2));
        JsonNode month = read(headOffice, MONTH);
        assertThat(month.path("netted").valueStream().map(SettlementControllerIT::position))
                .as("120.00 for the touch-up, less 50.00 of Vienna's gift card that was used in Berlin")
                .containsExactlyInAnyOrder(VIENNA + " 70.00", BERLIN + " -70.00");
        assertThat(month.at("/sum/0/amount").asString()).isEqualTo("0.00");
        assertThat(month.path("entries").valueStream().map(SettlementControllerIT::about))
                .as("each tells what it is owed for, and who did that")
                .containsExactlyInAnyOrder(
                        "FREE_TOUCH_UP " + appointment + " " + VIENNA,
                        "PREPAID_REDEEMED " + used.paymentId() + " " + BERLIN);
        assertThat(read(headOffice, "/touch-up-fairness?month=2033-05")
                        .path("touchUps")
                        .valueStream()
                        .map(it -> it.path("appointmentId").asString()))
                .containsExactly(appointment.value());
        assertThat(read(Staff.of(port, "manager-vie"), MONTH)
                        .path("netted")
                        .valueStream()
                        .map(SettlementControllerIT::position))
                .containsExactly(VIENNA + " 70.00");
        assertThat(read(Staff.of(port, "manager-lon"), MONTH).path("entries").size())
                .isZero();
    }

    @Test
    void givesTheClinicThatTreatedWhatWasPaidInAnotherOne() {
        RestTestClient headOffice = Staff.of(port, "head-office");
        AppointmentId appointment = new AppointmentId(Ids.next(AppointmentId.PREFIX));
        Money deposit = new Money(new BigDecimal("90.00"), "EUR");
        Money nothing = new Money(BigDecimal.ZERO, "EUR");
        PaymentDetails paid =
                new PaymentDetails(client, BERLIN, appointment, null, deposit, nothing, nothing, "CARD", null);
        AppointmentSlot slot = new AppointmentSlot(
                VIENNA,
                DemoIds.practitioner(1),
                DemoIds.chair("VIE", 1),
                "DENSITY",
                LATER,
                LATER.plusSeconds(7_200),
                LocalDateTime.ofInstant(LATER, ZoneOffset.UTC),
                "Europe/Vienna");
        happens(Topics.BOOKING_EVENTS, new AppointmentCompleted(appointment, client, slot), 1, LATER);
        happens(
                Topics.BOOKING_EVENTS,
                new PaymentCaptured(new PaymentId(Ids.next(PaymentId.PREFIX)), paid),
                1,
                LATER.minus(Duration.ofDays(40)));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(read(headOffice, "/settlements?month=2034-05")
                                .path("netted")
                                .valueStream()
                                .map(SettlementControllerIT::position))
                        .containsExactlyInAnyOrder(VIENNA + " 90.00", BERLIN + " -90.00"));
        assertThat(read(headOffice, "/settlements?month=2034-05")
                        .at("/entries/0/kind")
                        .asString())
                .isEqualTo("PAID_ELSEWHERE");
        assertThat(about(read(headOffice, "/settlements?month=2034-05").at("/entries/0")))
                .isEqualTo("PAID_ELSEWHERE " + appointment + " " + VIENNA);
    }

    @Test
    void refusesWhoMayNotAndWhatIsNoMonth() {
        Staff.of(port, "desk-ber").get().uri(MONTH).exchange().expectStatus().isForbidden();
        Staff.of(port, "head-office")
                .get()
                .uri("/settlements?month=May")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("month");
    }

    private SessionCompleted session(AppointmentId appointment) {
        return new SessionCompleted(
                new SessionId(Ids.next(SessionId.PREFIX)),
                appointment,
                client,
                VIENNA,
                DemoIds.practitioner(1),
                "TOUCH_UP",
                null,
                THEN,
                THEN.plusSeconds(3_600),
                List.of(),
                new Needle("3RL", new LotId(Ids.next(LotId.PREFIX))),
                List.of(),
                null);
    }

    private PrepaidRedeemed redeemed(String amount) {
        Money euros = new Money(new BigDecimal(amount), "EUR");
        return new PrepaidRedeemed(
                new PrepaidId(Ids.next(PrepaidId.PREFIX)),
                "GIFT_CARD",
                BERLIN,
                VIENNA,
                client,
                new PaymentId(Ids.next(PaymentId.PREFIX)),
                euros,
                euros);
    }

    private void happens(String topic, DomainEvent event, long version) {
        happens(topic, event, version, THEN);
    }

    private void happens(String topic, DomainEvent event, long version, Instant at) {
        try (Elsewhere elsewhere = new Elsewhere(hairline)) {
            elsewhere.happens(topic, event, version, at);
        }
    }

    private static String about(JsonNode it) {
        return String.join(
                " ",
                it.path("kind").asString(),
                it.path("about").asString(),
                it.path("servicingClinicId").asString());
    }

    private static String position(JsonNode it) {
        return it.path("clinicId").asString() + " " + it.at("/amount/amount").asString();
    }

    private static JsonNode read(RestTestClient caller, String path) {
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(caller.get()
                        .uri(path)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody()));
    }
}
