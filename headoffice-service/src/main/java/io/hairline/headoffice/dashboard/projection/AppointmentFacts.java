package io.hairline.headoffice.dashboard.projection;

import io.hairline.headoffice.dashboard.projection.Fact.Standing;
import io.hairline.headoffice.dashboard.projection.Fact.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One appointment and its turns, the oldest first. */
record AppointmentFacts(List<Turn> turns) {

    Turn now() {
        return turns.getLast();
    }

    String of() {
        return now().of();
    }

    boolean is(Standing standing) {
        return now().standing() == standing;
    }

    /** How it stood just before an instant; empty if it wasn't made yet. */
    Optional<Turn> before(Instant instant) {
        return turns.stream().filter(it -> it.at().isBefore(instant)).reduce((_, later) -> later);
    }

    /** How it stood when it had this version. */
    Optional<Turn> atVersion(long version) {
        return turns.stream().filter(it -> it.version() <= version).reduce((_, later) -> later);
    }
}
