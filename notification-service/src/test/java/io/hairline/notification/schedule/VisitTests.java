package io.hairline.notification.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.booking.Booked;
import io.hairline.kit.Ids;
import io.hairline.notification.ledger.Draft;
import io.hairline.notification.ledger.Template;
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

class VisitTests {

    private static final Instant START = Instant.parse("2027-03-29T09:00:00Z");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static Visit visit(Visit.State state, Instant startsAt, ZoneId zone, Instant since) {
        Booked slot = new Booked(
                new ClinicId(Ids.next(ClinicId.PREFIX)),
                new PractitionerId(Ids.next(PractitionerId.PREFIX)),
                new ChairId(Ids.next(ChairId.PREFIX)),
                "SESSION_1",
                startsAt,
                startsAt.plus(Duration.ofHours(4)),
                LocalDateTime.ofInstant(startsAt, zone),
                zone.getId());
        return new Visit(
                new AppointmentId(Ids.next(AppointmentId.PREFIX)),
                2,
                new ClientId(Ids.next(ClientId.PREFIX)),
                slot,
                state,
                since,
                false);
    }

    private static List<Template> templates(Visit visit) {
        return visit.drafts().stream().map(Draft::template).toList();
    }

    @Test
    void remindsAWeekByTheClockOnTheWallAndHoursByTheHour() {
        Visit visit = visit(Visit.State.BOOKED, START, LONDON, START.minus(Duration.ofDays(30)));

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
        assertThat(templates(visit(Visit.State.BOOKED, START, LONDON, START.minus(Duration.ofHours(30)))))
                .containsExactly(Template.BOOKING_CONFIRMED, Template.REMINDER_24_HOURS, Template.REMINDER_2_HOURS);
        assertThat(templates(visit(Visit.State.BOOKED, START, LONDON, START.plusSeconds(1))))
                .isEmpty();
        assertThat(templates(visit(Visit.State.CANCELLED, START, LONDON, START.plusSeconds(1))))
                .isEmpty();
        assertThat(templates(visit(Visit.State.MISSED, START, LONDON, START.plus(Duration.ofDays(8)))))
                .isEmpty();
    }

    @Test
    void asksWhereSheWasTenMinutesAfterTheStartAndNotBefore() {
        Visit early = visit(Visit.State.MISSED, START, LONDON, START.plusSeconds(60));
        Visit late = visit(Visit.State.MISSED, START, LONDON, START.plusSeconds(1_500));

        assertThat(early.drafts()).extracting(Draft::due).containsExactly(START.plusSeconds(600));
        assertThat(late.drafts()).extracting(Draft::due).containsExactly(START.plusSeconds(1_500));
    }

    @Test
    void saysNothingMoreOnceSheIsThere() {
        assertThat(visit(Visit.State.OVER, START, LONDON, START.minusSeconds(300))
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
            Visit visit = visit(Visit.State.BOOKED, startsAt, zone, since);

            assertThat(templates(visit)).doesNotHaveDuplicates();
            assertThat(visit.drafts()).extracting(Draft::due).isSorted();
            assertThat(visit.drafts()).allSatisfy(it -> {
                assertThat(it.due()).isBetween(since, startsAt);
                assertThat(it.usefulUntil()).isAfter(it.due()).isBeforeOrEqualTo(startsAt);
            });
            visit.drafts().stream()
                    .filter(it -> it.template() == Template.REMINDER_7_DAYS)
                    .forEach(it -> assertThat(it.due().atZone(zone).toLocalDate())
                            .isEqualTo(startsAt.atZone(zone).toLocalDate().minusWeeks(1)));
        }
    }
}
