package io.hairline.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.booking.allocation.AllocatedSlot;
import io.hairline.booking.appointment.terms.CancellationCost;
import io.hairline.booking.diary.ServiceNeed;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent.AppointmentCancelled;
import io.hairline.contracts.booking.BookingEvent.AppointmentRescheduled;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.CancellationTier;
import io.hairline.kit.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Notice counts from the start that was given up: no move outruns a window. */
class NoticeTests {

    private static final Instant START = Instant.parse("2027-03-02T10:00:00Z");
    private static final BookingPolicy POLICY = new BookingPolicy(
            60,
            400,
            10,
            3,
            15,
            List.of(new CancellationTier(72, 100), new CancellationTier(48, 50), new CancellationTier(0, 0)),
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    private static final ChangeReason CLIENTS = ChangeReason.of("CLIENT_REQUEST");
    private static final ChangeReason CLINICS = new ChangeReason("CLINIC_REQUEST", null, true);

    private static Appointment booked() {
        return Appointment.book(
                        new AppointmentId(Ids.next(AppointmentId.PREFIX)),
                        at(START),
                        new ClientId(Ids.next(ClientId.PREFIX)),
                        "desk",
                        POLICY,
                        null)
                .next();
    }

    private static AllocatedSlot at(Instant start) {
        AppointmentSlot slot = new AppointmentSlot(
                new ClinicId(Ids.next(ClinicId.PREFIX)),
                new PractitionerId(Ids.next(PractitionerId.PREFIX)),
                new ChairId(Ids.next(ChairId.PREFIX)),
                "TOUCH_UP",
                start,
                start.plus(Duration.ofHours(2)),
                LocalDateTime.ofInstant(start, ZoneOffset.UTC),
                "Europe/London");
        return new AllocatedSlot(slot, new ServiceNeed(120, 0, 0, 0));
    }

    @Test
    void keepsTheCostOfTheWindowInWhichItWasMoved() {
        Instant now = START.minus(Duration.ofHours(11));
        var moved = booked().reschedule(at(START.plus(Duration.ofDays(30))), CLIENTS, now);

        assertThat(moved.event()).isInstanceOfSatisfying(AppointmentRescheduled.class, it -> {
            assertThat(it.noticeHours()).isEqualTo(11);
            assertThat(it.refundPercent()).isZero();
        });
        assertThat(moved.next().cancellationCost(now)).isEqualTo(new CancellationCost(11 + 720, 0, true));
        assertThat(moved.next().cancel(CLIENTS, now).event()).isInstanceOfSatisfying(AppointmentCancelled.class, it -> {
            assertThat(it.refundPercent()).isZero();
            assertThat(it.late()).isTrue();
        });
    }

    @Test
    void takesNothingForAMoveInGoodTimeOrByTheClinic() {
        Appointment early = booked().reschedule(
                        at(START.plus(Duration.ofDays(9))), CLIENTS, START.minus(Duration.ofDays(3)))
                .next();
        Appointment clinics = booked().reschedule(
                        at(START.plus(Duration.ofDays(9))), CLINICS, START.minus(Duration.ofHours(2)))
                .next();

        assertThat(early.refundPercent()).isNull();
        assertThat(clinics.refundPercent()).isNull();
        assertThat(clinics.cancellationCost(START).refundPercent()).isEqualTo(100);
    }

    @Test
    void givesAllBackWhenTheClinicCancels() {
        Appointment it =
                booked().cancel(CLINICS, START.minus(Duration.ofHours(1))).next();

        assertThat(it.status()).isEqualTo(Status.CANCELLED);
        assertThat(it.refundPercent()).isEqualTo(100);
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesBackTheWorstStepThatTheClientUsed(long seed) {
        Random random = new Random(seed);
        Appointment it = booked();
        Instant start = START;
        Instant now = START.minus(Duration.ofDays(20));
        int worst = 100;
        for (int move = random.nextInt(6); move > 0; move--) {
            now = laterBefore(start, now, random);
            boolean byClinic = random.nextInt(4) == 0;
            worst = byClinic ? worst : Math.min(worst, percent(now, start));
            start = now.plusSeconds(random.nextLong(60, 10 * 86_400));
            it = it.reschedule(at(start), byClinic ? CLINICS : CLIENTS, now).next();
        }
        now = laterBefore(start, now, random);

        assertThat(it.cancel(CLIENTS, now).next().refundPercent()).isEqualTo(Math.min(worst, percent(now, start)));
    }

    private static Instant laterBefore(Instant start, Instant now, Random random) {
        return now.plusSeconds(random.nextLong(
                Math.min(4 * 86_400, Duration.between(now, start).toSeconds())));
    }

    private static int percent(Instant now, Instant start) {
        long seconds = start.getEpochSecond() - now.getEpochSecond();
        return seconds >= 72 * 3_600 ? 100 : seconds >= 48 * 3_600 ? 50 : 0;
    }
}
