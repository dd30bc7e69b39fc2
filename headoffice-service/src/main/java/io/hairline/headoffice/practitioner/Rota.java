package io.hairline.headoffice.practitioner;

import io.hairline.contracts.ClinicId;
import io.hairline.headoffice.hours.WeeklyHours;
import java.util.List;

/**
 * A practitioner's week in one clinic.
 *
 * @param zone the clinic's, in whose wall time the shifts are
 * @param shifts empty while the practitioner belongs to the clinic and has no hours there
 */
record Rota(ClinicId clinicId, String zone, WeeklyHours shifts) {

    static Rota empty(ClinicId clinicId, String zone) {
        return new Rota(clinicId, zone, new WeeklyHours(List.of()));
    }

    /** Whether both need the practitioner at one time; in different zones a weekly plan can't tell. */
    boolean clashesWith(Rota other) {
        return zone.equals(other.zone) && shifts.overlaps(other.shifts);
    }
}
