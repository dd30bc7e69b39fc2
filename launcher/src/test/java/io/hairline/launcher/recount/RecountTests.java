package io.hairline.launcher.recount;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.BookingEvent.AppointmentCancelled;
import io.hairline.contracts.booking.BookingEvent.AppointmentNoShow;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicClosed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicDayClosed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicDayReopened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicOpened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicReopened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerAbsenceWithdrawn;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerAway;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerRotaSet;
import io.hairline.contracts.notification.NotificationEvent.MessageDelivered;
import io.hairline.contracts.notification.NotificationEvent.MessageFailed;
import io.hairline.contracts.notification.NotificationEvent.MessagePlanned;
import io.hairline.contracts.notification.NotificationEvent.MessageSent;
import io.hairline.contracts.treatment.TreatmentEvent.SessionCompleted;
import io.hairline.contracts.wire.Topics;
import io.hairline.contracts.wire.WireNames;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RecountTests {

    private static final String VISIT = """
            {"clientId": "cli_1", "slot": {"clinicId": "cln_1", "practitionerId": "prc_1", "zone": "Europe/Berlin",
             "serviceCode": "SESSION_1", "startsAt": "2026-03-10T09:00:00Z", "endsAt": "2026-03-10T10:00:00Z",
             "localStart": "2026-03-10T10:00:00"}}""";
    private static final String ABOUT =
            "\"about\": {\"clinicId\": \"cln_1\", \"appointmentId\": \"apt_1\", \"appointmentVersion\": 1}";
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final RecordedEvents told = new RecordedEvents();

    @Test
    void countsARepeatedEventOnce() {
        tell(Topics.BOOKING_EVENTS, AppointmentBooked.class, 1, NOON, VISIT);
        tell(Topics.BOOKING_EVENTS, AppointmentNoShow.class, 2, NOON.plusSeconds(60), VISIT);
        tell(Topics.BOOKING_EVENTS, AppointmentBooked.class, 1, NOON, VISIT);

        assertThat(tiles()).containsEntry("bookings", BigDecimal.ONE);
        assertThat(tiles()).containsEntry("noShowRate", new BigDecimal("100.0"));
    }

    @Test
    void leavesOutOtherClinicsAndDays() {
        tell(Topics.BOOKING_EVENTS, AppointmentBooked.class, 1, NOON.minusSeconds(86_400 * 3), VISIT);

        assertThat(tiles()).containsEntry("bookings", BigDecimal.ZERO);
    }

    @Test
    void foldsAMessageFromItsEvents() {
        tell(Topics.BOOKING_EVENTS, AppointmentBooked.class, 1, NOON, VISIT);
        tell(Topics.BOOKING_EVENTS, AppointmentCancelled.class, 2, NOON.plusSeconds(10), VISIT);
        String planned = "{\"plannedFor\": \"2026-03-02T12:00:20Z\", " + ABOUT + "}";
        tell(Topics.NOTIFICATION_EVENTS, MessagePlanned.class, 1, NOON, planned);
        tell(
                Topics.NOTIFICATION_EVENTS,
                MessageSent.class,
                2,
                NOON,
                "{\"sentAt\": \"2026-03-02T12:00:21Z\", " + ABOUT + "}");
        tell(Topics.NOTIFICATION_EVENTS, MessagePlanned.class, 1, NOON, planned);
        tell(
                Topics.NOTIFICATION_EVENTS,
                MessageDelivered.class,
                3,
                NOON,
                "{\"deliveredAt\": \"2026-03-02T12:00:22Z\", " + ABOUT + "}");

        assertThat(tiles())
                .containsEntry("messagesSent", BigDecimal.ONE)
                .containsEntry("messageDelivery", new BigDecimal("100.0"))
                .containsEntry("messageStale", BigDecimal.ONE);

        about("msg_2", Topics.NOTIFICATION_EVENTS, MessageFailed.class, 2, NOON, "{" + ABOUT + "}");
        assertThat(tiles())
                .containsEntry("messagesSent", BigDecimal.ONE)
                .containsEntry("messageDelivery", new BigDecimal("50.0"));
    }

    @Test
    void countsADayBetweenTwoClinicsByTheZoneOfEach() {
        about("cln_2", Topics.HEADOFFICE_EVENTS, ClinicOpened.class, 1, NOON.minusSeconds(86_400), """
                {"regionId": "reg_2", "zone": "America/New_York"}""");
        session("ses_1", "cln_2", "2026-03-02T03:00:00Z");
        session("ses_2", "cln_1", "2026-03-11T09:00:00Z");

        assertThat(tiles()).containsEntry("spacingCompliance", new BigDecimal("100.0"));
    }

    private void session(String id, String clinic, String completedAt) {
        about(id, Topics.TREATMENT_EVENTS, SessionCompleted.class, 1, Instant.parse(completedAt), """
                {"clientId": "cli_1", "courseId": "crs_1", "clinicId": "%s", "completedAt": "%s"}""".formatted(
                        clinic, completedAt));
    }

    @Test
    void countsADayThatIsOpenAgainAndAnAbsenceTakenBackAsWorked() {
        String hours = "{\"day\": \"MONDAY\", \"from\": \"09:00\", \"until\": \"10:00\"}";
        about(
                "prc_1",
                Topics.HEADOFFICE_EVENTS,
                PractitionerRotaSet.class,
                1,
                NOON.minusSeconds(86_400 * 9),
                """
                {"clinicId": "cln_1", "shifts": [%s]}""".formatted(hours));
        tell(Topics.BOOKING_EVENTS, AppointmentBooked.class, 1, NOON, VISIT);
        assertThat(tiles()).containsEntry("utilisation", new BigDecimal("20.0"));

        about("cln_1", Topics.HEADOFFICE_EVENTS, ClinicDayClosed.class, 1, NOON, "{\"date\": \"2026-03-09\"}");
        about("prc_1", Topics.HEADOFFICE_EVENTS, PractitionerAway.class, 2, NOON, """
                {"from": "2026-03-16", "until": "2026-03-17"}""");
        assertThat(tiles()).containsEntry("utilisation", new BigDecimal("33.3"));

        about("cln_1", Topics.HEADOFFICE_EVENTS, ClinicDayReopened.class, 2, NOON, "{\"date\": \"2026-03-09\"}");
        about("prc_1", Topics.HEADOFFICE_EVENTS, PractitionerAbsenceWithdrawn.class, 3, NOON, """
                {"from": "2026-03-16", "until": "2026-03-17"}""");
        assertThat(tiles()).containsEntry("utilisation", new BigDecimal("20.0"));
    }

    @Test
    void countsNoMinutesOfTheDaysThatWereOverWhenAnAbsenceWasTakenBack() {
        String hours = "{\"day\": \"MONDAY\", \"from\": \"09:00\", \"until\": \"10:00\"}";
        about(
                "prc_1",
                Topics.HEADOFFICE_EVENTS,
                PractitionerRotaSet.class,
                1,
                NOON.minusSeconds(86_400 * 9),
                """
                {"clinicId": "cln_1", "shifts": [%s]}""".formatted(hours));
        tell(Topics.BOOKING_EVENTS, AppointmentBooked.class, 1, NOON, VISIT);
        about("prc_1", Topics.HEADOFFICE_EVENTS, PractitionerAway.class, 2, NOON, """
                {"from": "2026-03-09", "until": "2026-03-17"}""");
        assertThat(tiles()).containsEntry("utilisation", new BigDecimal("33.3"));

        about("prc_1", Topics.HEADOFFICE_EVENTS, PractitionerAbsenceWithdrawn.class, 3, NOON, """
                {"from": "2026-03-09", "until": "2026-03-17", "keptUntil": "2026-03-10"}""");
        assertThat(tiles()).containsEntry("utilisation", new BigDecimal("25.0"));
    }

    @Test
    void countsNoMinutesOfAClinicThatIsClosedForGood() {
        String hours = "{\"day\": \"MONDAY\", \"from\": \"09:00\", \"until\": \"10:00\"}";
        about(
                "prc_1",
                Topics.HEADOFFICE_EVENTS,
                PractitionerRotaSet.class,
                1,
                NOON.minusSeconds(86_400 * 9),
                """
                {"clinicId": "cln_1", "shifts": [%s]}""".formatted(hours));
        tell(Topics.BOOKING_EVENTS, AppointmentBooked.class, 1, NOON, VISIT);
        about("cln_1", Topics.HEADOFFICE_EVENTS, ClinicClosed.class, 1, NOON, "{\"from\": \"2026-03-16\"}");
        assertThat(tiles()).containsEntry("utilisation", new BigDecimal("50.0"));

        about("cln_1", Topics.HEADOFFICE_EVENTS, ClinicReopened.class, 2, NOON, "{}");
        assertThat(tiles()).containsEntry("utilisation", new BigDecimal("20.0"));
    }

    private void tell(String topic, Class<? extends DomainEvent> type, long version, Instant time, String body) {
        about(topic.equals(Topics.BOOKING_EVENTS) ? "apt_1" : "msg_1", topic, type, version, time, body);
    }

    private void about(
            String subject, String topic, Class<? extends DomainEvent> type, long version, Instant time, String body) {
        told.add(
                topic,
                new RecordedEvent(
                        WireNames.nameOf(type),
                        subject,
                        version,
                        time,
                        JsonMapper.shared().readTree(body)));
    }

    private Map<String, BigDecimal> tiles() {
        return Recount.tiles(
                told,
                Map.of("cln_1", ZoneId.of("Europe/Berlin")),
                LocalDate.parse("2026-03-01"),
                LocalDate.parse("2026-03-31"));
    }
}
