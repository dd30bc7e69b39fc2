package io.hairline.treatment.touchup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.MessageId;
import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.headoffice.TouchUpRule;
import io.hairline.contracts.treatment.TreatmentEvent.FadeCheckDue;
import io.hairline.contracts.treatment.TreatmentEvent.FadeCheckPlanned;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpBooked;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpClosed;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpContacted;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpDue;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpForecastChanged;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpReopened;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import io.hairline.treatment.touchup.forecast.DefaultForecast;
import io.hairline.treatment.touchup.forecast.FadeReason;
import io.hairline.treatment.touchup.forecast.Forecast;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

class TouchUpTests {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant MIDNIGHT = Instant.parse("2030-03-31T04:00:00Z");
    private static final AppointmentId APPOINTMENT = new AppointmentId(Ids.next(AppointmentId.PREFIX));
    private static final ClinicId CLINIC = new ClinicId(Ids.next(ClinicId.PREFIX));
    private static final ClinicId ELSEWHERE = new ClinicId(Ids.next(ClinicId.PREFIX));
    private static final MessageId MESSAGE = new MessageId(Ids.next(MessageId.PREFIX));

    private final TouchUp planned = planned();

    @Test
    void fallsDueAtTheFirstMomentOfTheClinicsDay() {
        assertThat(planned.nextStepAt()).contains(MIDNIGHT);
        assertThat(planned.passTo(MIDNIGHT.minusMillis(1)).event()).isNull();
        assertThat(planned.passTo(MIDNIGHT).event()).isInstanceOf(TouchUpDue.class);
    }

    @Test
    void fallsDueOnce() {
        TouchUp due = planned.passTo(MIDNIGHT).next();

        assertThat(due.passTo(MIDNIGHT).event()).isNull();
        assertThat(due.passTo(MIDNIGHT.plus(Duration.ofDays(100))).event()).isNull();
    }

    @Test
    void fallsDueOnceHoweverOftenItsDayMoves() {
        Random random = new Random(42);
        for (int round = 0; round < 500; round++) {
            TouchUp touchUp = planned;
            Instant now = MIDNIGHT.minus(Duration.ofDays(700));
            int fell = 0;
            for (int step = 0; step < 30; step++) {
                now = now.plus(Duration.ofDays(random.nextInt(90)));
                Change<TouchUp> change = random.nextBoolean()
                        ? touchUp.passTo(now)
                        : touchUp.expect(
                                Forecast.after(
                                        LocalDate.of(2026, 3, 31),
                                        some(random),
                                        TouchUpRule.DEFAULT,
                                        DefaultForecast.SETTINGS),
                                new Binary(new byte[0]),
                                List.of());
                fell += change.event() instanceof TouchUpDue ? 1 : 0;
                assertThat(change.event() instanceof TouchUpForecastChanged && touchUp.fellDue())
                        .as("moved after its day")
                        .isFalse();
                touchUp = change.next();
            }
            assertThat(fell).isLessThanOrEqualTo(1);
            assertThat(touchUp.fellDue()).isEqualTo(fell == 1);
        }
    }

    private static Set<FadeReason> some(Random random) {
        Set<FadeReason> some = EnumSet.noneOf(FadeReason.class);
        for (FadeReason it : FadeReason.values()) {
            if (random.nextInt(4) == 0) {
                some.add(it);
            }
        }
        return some;
    }

    @Test
    void isLostOnceItsLastDayIsOver() {
        TouchUp due = planned.passTo(MIDNIGHT).next();
        Instant over = LocalDate.of(2030, 10, 1).atStartOfDay(NEW_YORK).toInstant();

        assertThat(due.nextStepAt()).contains(over);
        assertThat(due.passTo(over.minusMillis(1)).event()).isNull();
        assertThat(due.passTo(over).event())
                .isInstanceOfSatisfying(
                        TouchUpClosed.class, it -> assertThat(it.reasonCode()).isEqualTo("LOST"));
        assertThat(due.passTo(over).next().status()).isEqualTo(TouchUpStatus.LOST);
    }

    @Test
    void isDeclinedOnceAndNeverFallsDueAgain() {
        Change<TouchUp> declined =
                planned.passTo(MIDNIGHT).next().contact(MESSAGE).next().decline();

        assertThat(declined.next().status()).isEqualTo(TouchUpStatus.DECLINED);
        assertThat(declined.event())
                .isInstanceOfSatisfying(
                        TouchUpClosed.class, it -> assertThat(it.reasonCode()).isEqualTo("DECLINED"));
        assertThat(declined.next().decline().event()).isNull();
        assertThat(declined.next().nextStepAt()).isEmpty();
        assertThat(declined.next().close().event()).isNull();
    }

    @Test
    void isNotDeclinedWhileItHasAnAppointment() {
        TouchUp booked = planned.book(APPOINTMENT, CLINIC).next();

        assertThatThrownBy(booked::decline).isInstanceOf(Refusal.class);
    }

    @Test
    void takesTheSameStepsWhetherTheClockJumpsOrWalks() {
        List<DomainEvent> jumped = stepsUntil(List.of(MIDNIGHT.plus(Duration.ofDays(3650))));
        List<Instant> walk = new ArrayList<>();
        for (int day = 0; day <= 3650; day += 36) {
            walk.add(MIDNIGHT.minus(Duration.ofDays(30)).plus(Duration.ofDays(day)));
        }

        assertThat(jumped).hasSize(2).isEqualTo(stepsUntil(walk));
    }

    @Test
    void isContactedOnlyWhenDueAndOnce() {
        TouchUp due = planned.passTo(MIDNIGHT).next();
        Change<TouchUp> contacted = due.contact(MESSAGE);

        assertThat(planned.contact(MESSAGE).event()).isNull();
        assertThat(contacted.event()).isInstanceOf(TouchUpContacted.class);
        assertThat(contacted.next().contact(MESSAGE).event()).isNull();
    }

    @Test
    void isBookedOnceAndStaysBookedWhenItsTimeMoves() {
        Change<TouchUp> booked = planned.book(APPOINTMENT, CLINIC);

        assertThat(booked.event()).isInstanceOf(TouchUpBooked.class);
        assertThat(booked.next().book(APPOINTMENT, CLINIC).event()).isNull();
        assertThat(booked.next().nextStepAt()).isEmpty();
    }

    @Test
    void tellsAgainWhenItsAppointmentMovesToAnotherClinic() {
        TouchUp moved = planned.book(APPOINTMENT, CLINIC)
                .next()
                .book(APPOINTMENT, ELSEWHERE)
                .next();

        assertThat(moved.bookedClinicId()).isEqualTo(ELSEWHERE);
        assertThat(moved.version()).isEqualTo(3);
    }

    @Test
    void comesBackAsWhatItWasWhenItsAppointmentFallsThrough() {
        Change<TouchUp> early = planned.book(APPOINTMENT, CLINIC).next().reopen(APPOINTMENT, "CANCELLED");
        Change<TouchUp> late =
                planned.passTo(MIDNIGHT).next().book(APPOINTMENT, CLINIC).next().reopen(APPOINTMENT, "NO_SHOW");

        assertThat(early.event()).isInstanceOf(TouchUpReopened.class);
        assertThat(early.next().nextStepAt()).contains(MIDNIGHT);
        assertThat(early.next().reopen(APPOINTMENT, "CANCELLED").event()).isNull();
        assertThat(late.next().status()).isEqualTo(TouchUpStatus.DUE);
        assertThat(late.next().passTo(MIDNIGHT).event()).isNull();
    }

    @Test
    void looksAtATemporaryColourOnceAndClosesWhenItHasFaded() {
        LastSession last = new LastSession(
                APPOINTMENT,
                new ClientId(Ids.next(ClientId.PREFIX)),
                CLINIC,
                null,
                LocalDate.of(2026, 3, 31),
                NEW_YORK,
                new WorkDone(null, null, null));
        Change<TouchUp> check = TouchUp.plan(
                new TouchUpId(Ids.next(TouchUpId.PREFIX)),
                last,
                Forecast.ofTemporary(last.day(), TouchUpRule.DEFAULT),
                new Binary(new byte[0]),
                List.of(),
                TouchUpKind.FADE_CHECK);

        assertThat(check.event()).isInstanceOf(FadeCheckPlanned.class);
        assertThat(check.next().lookAt().event()).as("before its day").isNull();
        Change<TouchUp> due = check.next()
                .passTo(LocalDate.of(2027, 9, 30).atStartOfDay(NEW_YORK).toInstant());
        assertThat(due.event()).isInstanceOf(FadeCheckDue.class);
        assertThat(due.next().lookAt().event())
                .isInstanceOfSatisfying(
                        TouchUpClosed.class, it -> assertThat(it.reasonCode()).isEqualTo("CHECKED"));
        Instant lastMoment = LocalDate.of(2028, 4, 1).atStartOfDay(NEW_YORK).toInstant();
        assertThat(due.next().passTo(lastMoment.minusMillis(1)).event()).isNull();
        assertThat(due.next().passTo(lastMoment).event())
                .isInstanceOfSatisfying(
                        TouchUpClosed.class, it -> assertThat(it.reasonCode()).isEqualTo("OVER"));
        assertThat(due.next().passTo(lastMoment).next().status()).isEqualTo(TouchUpStatus.CLOSED);
    }

    private List<DomainEvent> stepsUntil(List<Instant> clock) {
        List<DomainEvent> events = new ArrayList<>();
        TouchUp touchUp = planned;
        for (Instant now : clock) {
            Change<TouchUp> step = touchUp.passTo(now);
            while (step.event() != null) {
                events.add(step.event());
                step = step.next().passTo(now);
            }
            touchUp = step.next();
        }
        return events;
    }

    private static TouchUp planned() {
        LastSession last = new LastSession(
                APPOINTMENT,
                new ClientId(Ids.next(ClientId.PREFIX)),
                CLINIC,
                null,
                LocalDate.of(2026, 3, 31),
                NEW_YORK,
                new WorkDone(null, null, null));
        return TouchUp.plan(
                        new TouchUpId(Ids.next(TouchUpId.PREFIX)),
                        last,
                        Forecast.after(last.day(), Set.of(), TouchUpRule.DEFAULT, DefaultForecast.SETTINGS),
                        new Binary(new byte[0]),
                        List.of(),
                        TouchUpKind.TOUCH_UP)
                .next();
    }
}
