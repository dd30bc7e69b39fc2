package io.hairline.treatment.chartaccess;

import io.hairline.contracts.ClinicId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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

    /** Those entries that may be read, as they are shown. */
    public <E, V> List<V> entries(List<E> all, Function<E, ClinicId> writtenIn, Function<E, V> view) {
        return all.stream().filter(it -> covers(writtenIn.apply(it))).map(view).toList();
    }
}
