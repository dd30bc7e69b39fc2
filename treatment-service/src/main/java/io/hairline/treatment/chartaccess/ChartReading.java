package io.hairline.treatment.chartaccess;

import io.hairline.contracts.ClinicId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** How much of one chart the caller may read. */
public final class ChartReading {

    private final boolean whole;
    private final Predicate<ClinicId> covered;

    private ChartReading(boolean whole, Predicate<ClinicId> covered) {
        this.whole = whole;
        this.covered = covered;
    }

    static ChartReading whole() {
        return new ChartReading(true, _ -> true);
    }

    static ChartReading entriesOf(Set<ClinicId> clinics) {
        return new ChartReading(false, Set.copyOf(clinics)::contains);
    }

    /** Whether all clinics' entries may be read, and not only those of the reader's own clinics. */
    public boolean isWhole() {
        return whole;
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
