package io.hairline.booking.availability;

import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A free slot; as shown it can be booked.
 *
 * @param startsAt with the clinic's offset at that moment
 * @param localStart the clinic's wall time
 * @param reasons why it is a good one, best first
 * @param unusableMinutes of the practitioner's free time that it leaves right before and after it, each too short for another appointment
 *     of the same service; absent for a slot that is held already
 * @param distanceKm along the great circle from the place asked for; absent if none was
 */
public record Slot(
        ClinicId clinicId,
        String clinicName,
        String zone,
        PractitionerId practitionerId,
        String practitionerName,
        ChairId chairId,
        String serviceCode,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        LocalDateTime localStart,
        List<Reason> reasons,
        @Nullable Integer unusableMinutes,
        @Nullable Double distanceKm) {

    /** What speaks for a slot. */
    public enum Reason {
        /** The practitioner the client had before. */
        SAME_PRACTITIONER,
        /** It leaves no unusable minutes in the practitioner's day. */
        FITS_SNUGLY,
        NEAREST_CLINIC
    }
}
