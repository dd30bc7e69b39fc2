package io.hairline.headoffice.clinicsetup;

import io.hairline.contracts.ClinicId;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.clinic.ClinicLocation;
import io.hairline.headoffice.clinic.ClinicManagement;
import io.hairline.headoffice.dashboard.CurrentFigures;
import io.hairline.headoffice.practitioner.PractitionerManagement;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Looks at what the services have told of a clinic so far before its setup is corrected. */
@Service
class ClinicSetup {

    private final ClinicManagement management;
    private final CurrentFigures figures;
    private final PractitionerManagement practitioners;

    ClinicSetup(ClinicManagement management, CurrentFigures figures, PractitionerManagement practitioners) {
        this.management = management;
        this.figures = figures;
        this.practitioners = practitioners;
    }

    Clinic correct(ClinicId id, @Nullable String ifMatch, String code, String zone, String currency) {
        try {
            return management.change(id, ifMatch, it -> {
                Change<Clinic> change = it.correct(code, it.place().with(zone, currency));
                if (change.event() != null) {
                    checkUnused(it, change.next().place());
                }
                return change;
            });
        } catch (DuplicateKeyException _) {
            throw Refusal.state("code-taken", "There is a clinic " + code + " already. Choose another code.");
        }
    }

    private void checkUnused(Clinic clinic, ClinicLocation right) {
        if (figures.countAnythingIn(clinic.id())) {
            throw Refusal.state(
                    "clinic-in-use",
                    "Something was booked or taken in " + clinic.name()
                            + " already, so its code, zone and currency stay. Close it and open another clinic.");
        }
        boolean sameZone = right.zone().equals(clinic.place().zone());
        if (!sameZone && !practitioners.workingIn(Set.of(clinic.id())).isEmpty()) {
            throw Refusal.state(
                    "clinic-in-use",
                    "Practitioners have hours in " + clinic.name()
                            + " by its zone. End their work there, correct the zone, and let them begin again.");
        }
    }
}
