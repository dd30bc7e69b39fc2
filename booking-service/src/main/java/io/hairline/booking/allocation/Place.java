package io.hairline.booking.allocation;

import io.hairline.booking.diary.Occupancy;
import io.hairline.booking.diary.ServiceDurations;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.PlanOverride;
import org.jspecify.annotations.Nullable;

/**
 * Where an appointment is to be, found free by the engine.
 *
 * @param need the durations of its service
 * @param override the rules that were relaxed for it; absent if none
 */
public record Place(
        AppointmentSlot slot,
        ServiceDurations need,
        @Nullable PlanOverride override) {

    /** Under all rules. */
    public Place(AppointmentSlot slot, ServiceDurations need) {
        this(slot, need, null);
    }

    public Occupancy occupiedBy(@Nullable ClientId client) {
        return Occupancy.by(need, slot.chairId(), slot.practitionerId(), client, slot.startsAt());
    }
}
