package io.hairline.headoffice.dashboard.kpi;

import io.hairline.headoffice.dashboard.projection.DailyTotals;
import io.hairline.headoffice.dashboard.projection.Measure;
import io.hairline.headoffice.money.MinorUnits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The sums of several cells, and the minutes that could have been worked. */
public record Totals(Map<String, Long> sums, long availableMinutes) {

    public static Totals of(Collection<DailyTotals> cells, long availableMinutes) {
        Map<String, Long> sums = new TreeMap<>();
        cells.forEach(cell -> cell.sums().forEach((key, amount) -> sums.merge(key, amount, Long::sum)));
        return new Totals(sums, availableMinutes);
    }

    public long of(Measure measure) {
        return sums.getOrDefault(measure.name(), 0L);
    }

    public BigDecimal count(Measure measure) {
        return BigDecimal.valueOf(of(measure));
    }

    public BigDecimal money(Measure measure, String currency) {
        return MinorUnits.toAmount(sums.getOrDefault(measure.in(currency), 0L), currency);
    }

    /** To a tenth; nothing of nothing is no ratio. */
    public static @Nullable BigDecimal ratio(long part, long whole) {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }

    /** In percent, to a tenth; nothing of nothing is no rate. */
    public static @Nullable BigDecimal rate(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).movePointRight(2).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
}
