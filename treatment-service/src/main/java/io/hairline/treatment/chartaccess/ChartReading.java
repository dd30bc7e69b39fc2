package io.hairline.treatment.chartaccess;

import io.hairline.contracts.ClinicId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How much of one chart the caller may read. */
public final class ChartReading {

    private final AccessedRecord what;
    private final Set<AccessedRecord> opened;
    private final Set<ClinicId> own;
    private final boolean forTreatment;
    private final @Nullable SharingPurpose purpose;

    private ChartReading(
            AccessedRecord what,
            Set<AccessedRecord> opened,
            Set<ClinicId> own,
            boolean forTreatment,
            @Nullable SharingPurpose purpose) {
        this.what = what;
        this.opened = opened;
        this.own = own;
        this.forTreatment = forTreatment;
        this.purpose = purpose;
    }

    static ChartReading whole() {
        return new ChartReading(AccessedRecord.CHART, AccessedRecord.ALL, Set.of(), false, null);
    }

    /**
     * As far as the grant opens the chart, beside the own clinics' entries.
     *
     * @param sharedFor as {@link #sharedFor()}
     */
    static ChartReading of(
            AccessedRecord what, AccessGrants.Grant grant, Set<ClinicId> own, @Nullable SharingPurpose sharedFor) {
        return new ChartReading(what, grant.opens(), Set.copyOf(own), grant.isForTreatment(), sharedFor);
    }

    /**
     * The own clinics' entries, and of all others' what is opened.
     *
     * @param what is read
     */
    public static ChartReading of(AccessedRecord what, Set<AccessedRecord> opened, Set<ClinicId> own) {
        return new ChartReading(what, Set.copyOf(opened), Set.copyOf(own), false, null);
    }

    /** How much of one part of the chart may be read. */
    public ChartReading of(AccessedRecord part) {
        return new ChartReading(part, opened, own, forTreatment, purpose);
    }

    /** What the client gave the reader's clinic a pass for, of several the widest; null without one. */
    public @Nullable SharingPurpose sharedFor() {
        return purpose;
    }

    /** Whether all clinics' entries may be read, and not only those of the reader's own clinics; of a chart, in all its parts. */
    public boolean isWhole() {
        return what == AccessedRecord.CHART ? opened.containsAll(AccessedRecord.ALL) : opened.contains(what);
    }

    /** Whether entries that this clinic wrote may be read. */
    public boolean covers(ClinicId writtenIn) {
        return opened.contains(what) || own.contains(writtenIn);
    }

    /**
     * Whether the reader may go on from an entry of this clinic: in that clinic, or where the client goes for treatment. To read
     * it is not enough.
     */
    public boolean leadsToTreatment(ClinicId writtenIn) {
        return own.contains(writtenIn) || (forTreatment && covers(writtenIn));
    }

    /** Those entries that may be read, as they are shown. */
    public <E, V> List<V> entries(List<E> all, Function<E, ClinicId> writtenIn, Function<E, V> view) {
        return all.stream().filter(it -> covers(writtenIn.apply(it))).map(view).toList();
    }
}
