package io.hairline.booking.availability;

import io.hairline.booking.diary.AvailabilityEngine;
import io.hairline.booking.diary.CellSet;
import io.hairline.booking.diary.Cells;
import io.hairline.booking.diary.ServiceNeed;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.Practitioner;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One practitioner in one clinic for some days.
 *
 * @param freeTime every cell in which the practitioner is there and nobody has them
 * @param starts every cell at which the practitioner can begin
 * @param known whether the client has been treated by them before
 * @param nearest whether it is the clinic nearest to the place asked for
 * @param distanceKm from there to the clinic; absent if no place was asked for
 */
record PractitionerAvailability(
        Clinic clinic,
        Practitioner practitioner,
        String serviceCode,
        ServiceNeed need,
        AvailabilityEngine times,
        CellSet freeTime,
        CellSet starts,
        boolean known,
        boolean nearest,
        @Nullable Double distanceKm) {

    Slot slotAt(long cell) {
        ZoneId zone = clinic.zoneId();
        Instant start = Cells.start(cell);
        int unusable = times.unusableMinutes(freeTime, cell);
        OffsetDateTime startsAt = start.atZone(zone).toOffsetDateTime();
        return new Slot(
                clinic.id(),
                clinic.name(),
                clinic.zone(),
                practitioner.id(),
                practitioner.displayName(),
                times.chairAt(cell, practitioner.id(), null).orElseThrow(),
                serviceCode,
                startsAt,
                start.plus(Duration.ofMinutes(need.minutes())).atZone(zone).toOffsetDateTime(),
                startsAt.toLocalDateTime(),
                List.copyOf(reasons(unusable)),
                unusable,
                distanceKm);
    }

    private EnumSet<Slot.Reason> reasons(int unusableMinutes) {
        EnumSet<Slot.Reason> reasons = EnumSet.noneOf(Slot.Reason.class);
        if (known) {
            reasons.add(Slot.Reason.SAME_PRACTITIONER);
        }
        if (unusableMinutes == 0) {
            reasons.add(Slot.Reason.FITS_SNUGLY);
        }
        if (nearest) {
            reasons.add(Slot.Reason.NEAREST_CLINIC);
        }
        return reasons;
    }
}
