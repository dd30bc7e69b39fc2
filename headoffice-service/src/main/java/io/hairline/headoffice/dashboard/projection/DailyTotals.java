package io.hairline.headoffice.dashboard.projection;

import io.hairline.contracts.ClinicId;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The sums of one clinic's local day.
 *
 * @param sums by {@link Measure}, with a colon and the currency behind those of money
 */
@Document(DailyTotals.COLLECTION)
@TypeAlias("cell")
public record DailyTotals(@Id String id, ClinicId clinicId, LocalDate day, Map<String, Long> sums) {

    public static final String COLLECTION = "dashboard_cells";

    public DailyTotals {
        sums = Map.copyOf(sums);
    }
}
