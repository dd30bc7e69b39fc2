package io.hairline.booking.allocation;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.booking.PlanOverride;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place in the diary that a caller asks for.
 *
 * @param chairId any that is free, if absent
 * @param moving the appointment that is to be moved there, whose own time does not count as taken
 * @param relaxation the rules that don't hold for it; absent if all do
 */
public record SlotRequest(
        ClinicId clinicId,
        PractitionerId practitionerId,
        @Nullable ChairId chairId,
        String serviceCode,
        Instant startsAt,
        @Nullable ClientId clientId,
        @Nullable AppointmentId moving,
        @Nullable RuleRelaxation relaxation) {

    /** Under all rules. */
    public SlotRequest(
            ClinicId clinicId,
            PractitionerId practitionerId,
            @Nullable ChairId chairId,
            String serviceCode,
            Instant startsAt,
            @Nullable ClientId clientId,
            @Nullable AppointmentId moving) {
        this(clinicId, practitionerId, chairId, serviceCode, startsAt, clientId, moving, null);
    }

    boolean relaxes(String rule) {
        return relaxation != null && relaxation.relaxes(rule);
    }

    @Nullable PlanOverride override() {
        return relaxation == null ? null : relaxation.plan();
    }
}
