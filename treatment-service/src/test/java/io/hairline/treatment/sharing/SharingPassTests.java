package io.hairline.treatment.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.SharingPassId;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.treatment.chartaccess.SharingPurpose;
import io.hairline.treatment.referencedata.Appointment;
import io.hairline.treatment.referencedata.AppointmentStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SharingPassTests {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 10);
    private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");
    private static final AppointmentId VISIT = new AppointmentId(Ids.next(AppointmentId.PREFIX));
    private static final ClientId CLIENT = new ClientId(Ids.next(ClientId.PREFIX));
    private static final ClinicId CLINIC = new ClinicId(Ids.next(ClinicId.PREFIX));
    private static final ClinicId OTHER = new ClinicId(Ids.next(ClinicId.PREFIX));

    @Test
    void forOneVisitHoldsUntilAWeekAfterItsDay() {
        Appointment visit = visit(AppointmentStatus.CONFIRMED, CLINIC, DAY);
        SharingPass pass = pass(visit);

        assertThat(pass.holdsOn(DAY.plusDays(7), visit)).isTrue();
        assertThat(pass.holdsOn(DAY.plusDays(8), visit)).isFalse();
    }

    @Test
    void forOneVisitFollowsItToAnotherDayButNotToAnotherClinic() {
        SharingPass pass = pass(visit(AppointmentStatus.CONFIRMED, CLINIC, DAY));

        assertThat(pass.holdsOn(DAY.plusDays(20), visit(AppointmentStatus.CONFIRMED, CLINIC, DAY.plusDays(20))))
                .isTrue();
        assertThat(pass.holdsOn(DAY, visit(AppointmentStatus.CONFIRMED, OTHER, DAY)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void forOneVisitHoldsWhileTheVisitIsOpen(AppointmentStatus status) {
        SharingPass pass = pass(visit(AppointmentStatus.CONFIRMED, CLINIC, DAY));

        assertThat(pass.holdsOn(DAY, visit(status, CLINIC, DAY))).isEqualTo(status.isOpen());
        assertThat(pass.holdsOn(DAY, null)).isFalse();
    }

    @Test
    void isNotGivenForAVisitThatIsOver() {
        Appointment missed = visit(AppointmentStatus.NO_SHOW, CLINIC, DAY);

        assertThatThrownBy(() -> pass(missed)).isInstanceOf(Refusal.class);
    }

    @Test
    void forOneVisitCanBeRevokedBefore() {
        Appointment visit = visit(AppointmentStatus.CONFIRMED, CLINIC, DAY);

        assertThat(pass(visit).revoke(NOW).next().holdsOn(DAY, visit)).isFalse();
    }

    private static SharingPass pass(Appointment visit) {
        return SharingPass.giveForVisit(
                        new SharingPassId(Ids.next(SharingPassId.PREFIX)), CLIENT, visit, SharingPurpose.TREATMENT, NOW)
                .next();
    }

    private static Appointment visit(AppointmentStatus status, ClinicId clinic, LocalDate day) {
        LocalDateTime start = day.atTime(10, 0);
        Instant startsAt = start.toInstant(java.time.ZoneOffset.UTC);
        return new Appointment(
                VISIT,
                status,
                CLIENT,
                clinic,
                new PractitionerId(Ids.next(PractitionerId.PREFIX)),
                "TOUCH_UP",
                startsAt,
                startsAt.plusSeconds(7_200),
                start,
                "Europe/London",
                null,
                false,
                null,
                null);
    }
}
