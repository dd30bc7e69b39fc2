package io.hairline.headoffice.dashboard.projection;

import io.hairline.contracts.ClinicId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Sums per clinic and local day; one that is zero is the same as one that isn't there. */
final class DailyTotalsStore {

    /**
     * One local day of one clinic.
     *
     * @param ofResources whether the sums are those of its practitioners and chairs
     */
    record Place(ClinicId clinicId, LocalDate day, boolean ofResources) {

        /** For the whole clinic's sums. */
        Place(ClinicId clinicId, LocalDate day) {
            this(clinicId, day, false);
        }

        String id() {
            return clinicId + "|" + day;
        }
    }

    private final Map<Place, Map<String, Long>> sums = new HashMap<>();

    void add(Place place, String key, long amount) {
        Map<String, Long> cell = sums.computeIfAbsent(place, _ -> new TreeMap<>());
        if (cell.merge(key, amount, Long::sum) == 0) {
            cell.remove(key);
        }
        if (cell.isEmpty()) {
            sums.remove(place);
        }
    }

    void plus(DailyTotalsStore other) {
        other.sums.forEach((place, cell) -> cell.forEach((key, amount) -> add(place, key, amount)));
    }

    void minus(DailyTotalsStore other) {
        other.sums.forEach((place, cell) -> cell.forEach((key, amount) -> add(place, key, -amount)));
    }

    void each(BiConsumer<Place, Map<String, Long>> work) {
        sums.forEach(work);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DailyTotalsStore it && it.sums.equals(sums);
    }

    @Override
    public int hashCode() {
        return sums.hashCode();
    }

    @Override
    public String toString() {
        return sums.toString();
    }
}
