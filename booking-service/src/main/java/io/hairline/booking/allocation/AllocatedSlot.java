package io.hairline.booking.allocation;

import io.hairline.booking.diary.Occupancy;
import io.hairline.booking.diary.ServiceNeed;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.PlanOverride;
import org.jspecify.annotations.Nullable;

/**
 * Where an appointment is to be, found free by the engine.
 *
 * @param need what its service needs
 * @param override the rules that were relaxed for it; absent if none
 */
public record AllocatedSlot(
        AppointmentSlot slot, ServiceNeed need, @Nullable PlanOverride override) {

    /** Under all rules. */
    public AllocatedSlot(AppointmentSlot slot, ServiceNeed need) {
        this(slot, need, null);
    }

    public Occupancy occupiedBy(@Nullable ClientId client) {
        return Occupancy.by(need, slot.chairId(), slot.deviceId(), slot.practitionerId(), client, slot.startsAt());
    }
}
