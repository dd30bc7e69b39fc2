package io.hairline.headoffice.dashboard.resource;

import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.headoffice.dashboard.Period;
import io.hairline.headoffice.dashboard.Tile;
import java.time.LocalDate;
import java.util.List;

/**
 * The figures of a clinic's practitioners and chairs in a period of its local days.
 *
 * @param comparedWith the period over which the tiles' previous values are
 * @param practitioners by name; who worked or has a rota there
 * @param chairs those of today; none where one practitioner is asked for
 */
record ResourceFigures(
        ClinicId clinicId,
        LocalDate from,
        LocalDate to,
        Period.Days comparedWith,
        List<PractitionerFigures> practitioners,
        List<ChairFigures> chairs) {

    /**
     * One practitioner in the clinic.
     *
     * @param displayName empty if the practitioner is no longer known
     * @param bookedMinutes of appointments that are confirmed, arrived, in the chair or completed
     * @param availableMinutes of the rotas that held, without closed days and absences
     */
    record PractitionerFigures(
            PractitionerId practitionerId,
            String displayName,
            long bookedMinutes,
            long availableMinutes,
            List<Tile> tiles) {}

    /**
     * One chair of the clinic.
     *
     * @param bookedMinutes of appointments that are confirmed, arrived, in the chair or completed
     * @param availableMinutes of the clinic's opening hours, without closed days
     */
    record ChairFigures(ChairId chairId, String name, long bookedMinutes, long availableMinutes, List<Tile> tiles) {}
}
