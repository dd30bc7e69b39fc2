package io.hairline.headoffice.dashboard.projection;

import io.hairline.headoffice.dashboard.projection.Fact.AppointmentChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One appointment and its changes, the oldest first. */
record AppointmentFacts(List<AppointmentChange> changes) {

    AppointmentChange now() {
        return changes.getLast();
    }

    String of() {
        return now().of();
    }

    /** How it stood just before an instant; empty if it wasn't made yet. */
    Optional<AppointmentChange> before(Instant instant) {
        return changes.stream().filter(it -> it.at().isBefore(instant)).reduce((_, later) -> later);
    }

    /** How it stood when it had this version. */
    Optional<AppointmentChange> atVersion(long version) {
        return changes.stream().filter(it -> it.version() <= version).reduce((_, later) -> later);
    }
}
