package io.hairline.treatment.chartaccess;

import io.hairline.contracts.ClinicId;
import java.util.Set;
import java.util.function.Predicate;

/** How much of one chart the caller may read. */
public final class ChartReading {

    private final Predicate<ClinicId> covered;

    private ChartReading(Predicate<ClinicId> covered) {
        this.covered = covered;
    }

    static ChartReading whole() {
        return new ChartReading(_ -> true);
    }

    static ChartReading entriesOf(Set<ClinicId> clinics) {
        return new ChartReading(Set.copyOf(clinics)::contains);
    }

    /** Whether entries that this clinic wrote may be read. */
    public boolean covers(ClinicId writtenIn) {
        return covered.test(writtenIn);
    }
}
