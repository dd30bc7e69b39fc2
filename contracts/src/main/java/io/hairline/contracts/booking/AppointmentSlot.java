package io.hairline.contracts.booking;

import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DeviceId;
import io.hairline.contracts.PractitionerId;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Where and when an appointment is: one place in the diary.
 *
 * @param startsAt start of the client's own time, without the chair's preparation
 * @param endsAt end of the client's own time
 * @param localStart the wall time in {@code zone}: for a future appointment, the promise
 * @param zone the clinic's IANA zone
 * @param deviceId the exclusive device it uses; absent if its service needs none
 */
public record AppointmentSlot(
        ClinicId clinicId,
        PractitionerId practitionerId,
        ChairId chairId,
        String serviceCode,
        Instant startsAt,
        Instant endsAt,
        LocalDateTime localStart,
        String zone,
        @Nullable DeviceId deviceId) {

    /** Without a device. */
    public AppointmentSlot(
            ClinicId clinicId,
            PractitionerId practitionerId,
            ChairId chairId,
            String serviceCode,
            Instant startsAt,
            Instant endsAt,
            LocalDateTime localStart,
            String zone) {
        this(clinicId, practitionerId, chairId, serviceCode, startsAt, endsAt, localStart, zone, null);
    }
}
