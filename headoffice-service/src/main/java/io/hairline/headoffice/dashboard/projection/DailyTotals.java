package io.hairline.headoffice.dashboard.projection;

import io.hairline.contracts.ClinicId;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The sums of one clinic's local day; those of its practitioners and chairs lie in a collection of their own, so that a
 * region's dashboard doesn't read them.
 *
 * @param sums by {@link Measure}, with a colon and the currency behind those of money; those of a practitioner or chair have
 *     its id and a bar before the measure
 */
@Document(DailyTotals.COLLECTION)
@TypeAlias("cell")
public record DailyTotals(@Id String id, ClinicId clinicId, LocalDate day, Map<String, Long> sums) {

    static final String COLLECTION = "dashboard_cells";

    static final String OF_RESOURCES = "dashboard_resource_cells";

    private static final char BAR = '|';

    public DailyTotals {
        sums = Map.copyOf(sums);
    }

    static String key(@Nullable String resource, String key) {
        return resource == null ? key : resource + BAR + key;
    }

    /** The practitioner or chair that a sum's key is about; empty for the clinic's own. */
    public static String resourceOf(String key) {
        return key.substring(0, Math.max(0, key.indexOf(BAR)));
    }

    /** The same with this practitioner's or chair's sums alone, by their measures. */
    public DailyTotals of(String resource) {
        Map<String, Long> its = new TreeMap<>();
        String prefix = resource + BAR;
        sums.forEach((key, amount) -> {
            if (key.startsWith(prefix)) {
                its.put(key.substring(prefix.length()), amount);
            }
        });
        return new DailyTotals(id, clinicId, day, its);
    }
}
