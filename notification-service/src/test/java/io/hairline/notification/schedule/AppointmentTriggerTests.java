package io.hairline.notification.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.kit.Ids;
import io.hairline.notification.ledger.MessageTemplate;
import io.hairline.notification.ledger.PlannedMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AppointmentTriggerTests {

    private static final Instant START = Instant.parse("2027-03-29T09:00:00Z");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static AppointmentTrigger visit(
            AppointmentTrigger.State state, Instant startsAt, ZoneId zone, Instant since) {
        AppointmentSlot slot = new AppointmentSlot(
                new ClinicId(Ids.next(ClinicId.PREFIX)),
                new PractitionerId(Ids.next(PractitionerId.PREFIX)),
                new ChairId(Ids.next(ChairId.PREFIX)),
                "SESSION_1",
                startsAt,
                startsAt.plus(Duration.ofHours(4)),
                LocalDateTime.ofInstant(startsAt, zone),
                zone.getId());
        return new AppointmentTrigger(
                new AppointmentId(Ids.next(AppointmentId.PREFIX)),
                2,
                new ClientId(Ids.next(ClientId.PREFIX)),
                slot,
                state,
                since,
                false);
    }

    private static List<MessageTemplate> templates(AppointmentTrigger visit) {
        return visit.drafts().stream().map(PlannedMessage::template).toList();
    }

    @Test
    void remindsAWeekByTheClockOnTheWallAndHoursByTheHour() {
        AppointmentTrigger visit =
                visit(AppointmentTrigger.State.BOOKED, START, LONDON, START.minus(Duration.ofDays(30)));

        assertThat(visit.drafts())
                .extracting(it -> it.template() + " " + it.due())
                .containsExactly(
                        "BOOKING_CONFIRMED 2027-02-27T09:00:00Z",
                        "REMINDER_7_DAYS 2027-03-22T10:00:00Z",
                        "REMINDER_48_HOURS 2027-03-27T09:00:00Z",
                        "REMINDER_24_HOURS 2027-03-28T09:00:00Z",
                        "REMINDER_2_HOURS 2027-03-29T07:00:00Z");
    }

    @Test
    void plansNothingForTimesThatHadPassedWhenItWasBooked() {
        assertThat(templates(visit(AppointmentTrigger.State.BOOKED, START, LONDON, START.minus(Duration.ofHours(30)))))
                .containsExactly(
                        MessageTemplate.BOOKING_CONFIRMED,
                        MessageTemplate.REMINDER_24_HOURS,
                        MessageTemplate.REMINDER_2_HOURS);
        assertThat(templates(visit(AppointmentTrigger.State.BOOKED, START, LONDON, START.plusSeconds(1))))
                .isEmpty();
        assertThat(templates(visit(AppointmentTrigger.State.CANCELLED, START, LONDON, START.plusSeconds(1))))
                .isEmpty();
        assertThat(templates(visit(AppointmentTrigger.State.MISSED, START, LONDON, START.plus(Duration.ofDays(8)))))
                .isEmpty();
    }

    @Test
    void asksWhereTheClientWasTenMinutesAfterTheStartAndNotBefore() {
        AppointmentTrigger early = visit(AppointmentTrigger.State.MISSED, START, LONDON, START.plusSeconds(60));
        AppointmentTrigger late = visit(AppointmentTrigger.State.MISSED, START, LONDON, START.plusSeconds(1_500));

        assertThat(early.drafts()).extracting(PlannedMessage::due).containsExactly(START.plusSeconds(600));
        assertThat(late.drafts()).extracting(PlannedMessage::due).containsExactly(START.plusSeconds(1_500));
    }

    @Test
    void saysNothingMoreOnceTheClientIsThere() {
        assertThat(visit(AppointmentTrigger.State.OVER, START, LONDON, START.minusSeconds(300))
                        .drafts())
                .isEmpty();
    }

    static Stream<String> zones() {
        return Stream.of("America/New_York", "Europe/London", "Australia/Sydney", "Australia/Lord_Howe");
    }

    @ParameterizedTest
    @MethodSource("zones")
    void remindsEachOnceInOrderAndNeverOfThePastWhateverTheClocksDo(String name) {
        ZoneId zone = ZoneId.of(name);
        Random random = new Random(name.hashCode());
        for (int round = 0; round < 3_000; round++) {
            Instant startsAt =
                    Instant.parse("2027-01-01T00:00:00Z").plus(Duration.ofMinutes(15L * random.nextInt(4 * 24 * 365)));
            Instant since = startsAt.minus(Duration.ofMinutes(random.nextInt(60 * 24 * 14)));
            AppointmentTrigger visit = visit(AppointmentTrigger.State.BOOKED, startsAt, zone, since);

            assertThat(templates(visit)).doesNotHaveDuplicates();
            assertThat(visit.drafts()).extracting(PlannedMessage::due).isSorted();
            assertThat(visit.drafts()).allSatisfy(it -> {
                assertThat(it.due()).isBetween(since, startsAt);
                assertThat(it.usefulUntil()).isAfter(it.due()).isBeforeOrEqualTo(startsAt);
            });
            visit.drafts().stream()
                    .filter(it -> it.template() == MessageTemplate.REMINDER_7_DAYS)
                    .forEach(it -> assertThat(it.due().atZone(zone).toLocalDate())
                            .isEqualTo(startsAt.atZone(zone).toLocalDate().minusWeeks(1)));
        }
    }
}
