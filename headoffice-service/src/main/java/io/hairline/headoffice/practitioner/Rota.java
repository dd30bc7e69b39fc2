package io.hairline.headoffice.practitioner;

import io.hairline.contracts.ClinicId;
import io.hairline.headoffice.clinic.WeeklyHours;

/**
 * A practitioner's week in one clinic.
 *
 * @param zone the clinic's, in whose wall time the shifts are
 */
record Rota(ClinicId clinicId, String zone, WeeklyHours shifts) {

    /** Whether she would have to be in two places; in different zones a weekly plan can't tell. */
    boolean clashesWith(Rota other) {
        return zone.equals(other.zone) && shifts.overlaps(other.shifts);
    }
}
