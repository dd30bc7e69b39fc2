package io.hairline.booking.allocation;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place in the diary that a caller asks for.
 *
 * @param chairId any that is free, if absent
 * @param moving the appointment that is to be moved there, whose own time does not count as taken
 * @param walkIn whether the client is at the desk already, so that no lead time is needed
 */
public record SlotRequest(
        ClinicId clinicId,
        PractitionerId practitionerId,
        @Nullable ChairId chairId,
        String serviceCode,
        Instant startsAt,
        @Nullable ClientId clientId,
        @Nullable AppointmentId moving,
        boolean walkIn) {

    /** For a client who isn't there yet. */
    public SlotRequest(
            ClinicId clinicId,
            PractitionerId practitionerId,
            @Nullable ChairId chairId,
            String serviceCode,
            Instant startsAt,
            @Nullable ClientId clientId,
            @Nullable AppointmentId moving) {
        this(clinicId, practitionerId, chairId, serviceCode, startsAt, clientId, moving, false);
    }
}
