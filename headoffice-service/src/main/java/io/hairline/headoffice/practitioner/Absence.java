package io.hairline.headoffice.practitioner;

import io.hairline.contracts.ClinicId;
import io.hairline.kit.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Local days on which a practitioner doesn't work, the last one included.
 *
 * @param clinicIds where; absent if in all clinics
 */
record Absence(
        LocalDate from,
        LocalDate until,
        String reasonCode,
        @Nullable List<ClinicId> clinicIds) {

    Absence {
        if (until.isBefore(from)) {
            throw Refusal.input("until", "must not be before \"from\"");
        }
        clinicIds = clinicIds == null ? null : List.copyOf(clinicIds);
    }

    boolean holds(LocalDate day, ClinicId clinic) {
        return !day.isBefore(from) && !day.isAfter(until) && isIn(clinic);
    }

    boolean isIn(ClinicId clinic) {
        return clinicIds == null || clinicIds.contains(clinic);
    }

    Absence upTo(LocalDate last) {
        return new Absence(from, last, reasonCode, clinicIds);
    }

    /** Whether it is about the same days and clinics, whatever the reason. */
    boolean coversTheSameAs(Absence other) {
        return new Absence(from, until, other.reasonCode, clinicIds).equals(other);
    }
}
