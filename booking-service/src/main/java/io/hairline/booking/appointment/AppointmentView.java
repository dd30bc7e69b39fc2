package io.hairline.booking.appointment;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.DeviceId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.PlanOverride;
import io.hairline.contracts.headoffice.BookingPolicy;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as the API shows it.
 *
 * @param doneAt when it was completed in the chair, with the clinic's offset; it may be on another day than planned
 * @param noShowFee what the client owes for not having come; absent if nothing
 * @param override the rules that were relaxed for it, by which role and why; absent if none
 * @param graceOverride by which role and why the grace period was set aside on its day; absent if it wasn't
 * @param conflict why it no longer fits the clinic's or the practitioner's plans; absent if it does
 * @param heldUntil while it is held: until when it is kept
 * @param deviceId the exclusive device it uses; absent if its service needs none
 */
public record AppointmentView(
        AppointmentId id,
        long version,
        Status status,
        @Nullable ClientId clientId,
        ClinicId clinicId,
        PractitionerId practitionerId,
        ChairId chairId,
        String serviceCode,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        LocalDateTime localStart,
        String zone,
        @Nullable CourseId courseId,
        BookingPolicy policy,
        @Nullable OffsetDateTime doneAt,
        @Nullable String conflict,
        @Nullable Money noShowFee,
        @Nullable PlanOverride override,
        @Nullable PlanOverride graceOverride,
        @Nullable DeviceId deviceId,
        @Nullable Instant heldUntil) {

    public static AppointmentView of(Appointment it) {
        AppointmentSlot slot = it.slot();
        ZoneId zone = ZoneId.of(slot.zone());
        return new AppointmentView(
                it.id(),
                it.version(),
                it.status(),
                it.clientId(),
                slot.clinicId(),
                slot.practitionerId(),
                slot.chairId(),
                slot.serviceCode(),
                slot.startsAt().atZone(zone).toOffsetDateTime(),
                slot.endsAt().atZone(zone).toOffsetDateTime(),
                slot.localStart(),
                slot.zone(),
                it.courseId(),
                it.policy(),
                it.doneAt() == null ? null : it.doneAt().atZone(zone).toOffsetDateTime(),
                it.conflict(),
                it.noShowFee() == null ? null : it.noShowFee().amount(),
                it.override(),
                it.graceOverride(),
                slot.deviceId(),
                it.holdExpiresAt());
    }
}
