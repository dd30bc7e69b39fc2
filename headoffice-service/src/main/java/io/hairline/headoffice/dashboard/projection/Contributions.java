package io.hairline.headoffice.dashboard.projection;

import io.hairline.contracts.ClinicId;
import io.hairline.headoffice.dashboard.projection.Fact.AppointmentChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Collects what one client's facts add to the sums. */
final class Contributions {

    private final List<Contribution> all = new ArrayList<>();

    List<Contribution> all() {
        return all;
    }

    void add(Contribution contribution) {
        all.add(contribution);
    }

    void count(ClinicId clinic, LocalDate day, Measure measure, Fact cause) {
        add(clinic, day, measure.name(), 1, cause);
    }

    void add(ClinicId clinic, LocalDate day, String key, long amount, Fact cause) {
        add(new Contribution(clinic, day, null, key, amount, cause));
    }

    /** For the clinic, the practitioner, and the chair where it is known. */
    void countVisit(AppointmentChange visit, LocalDate day, Measure measure, long amount) {
        add(visit.clinicId(), day, measure.name(), amount, visit);
        Stream.of(Optional.of(visit.practitionerId()), Optional.ofNullable(visit.chairId()))
                .flatMap(Optional::stream)
                .forEach(it -> add(new Contribution(visit.clinicId(), day, it, measure.name(), amount, visit)));
    }
}
