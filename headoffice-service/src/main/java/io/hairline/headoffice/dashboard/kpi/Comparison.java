package io.hairline.headoffice.dashboard.kpi;

import io.hairline.contracts.ClinicId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One figure of each clinic beside the others, fair to small ones: a rate is outside only if it lies beyond what chance does
 * with so few cases, and clinics with fewer than {@link #FEWEST_CASES} cases have no rank.
 *
 * @param median of the clinics that have a value; absent without any
 * @param network the rate of all clinics together; absent for what is no rate of cases
 */
public record Comparison(
        String key,
        String unit,
        String formula,
        @Nullable BigDecimal median,
        @Nullable BigDecimal network,
        List<Line> clinics) {

    public static final int FEWEST_CASES = 30;

    /** So many standard errors to each side hold 95 % of what chance does. */
    private static final double ERRORS = 1.96;

    private static final double HUNDRED = 100;

    /** Where clinics without a value stand. */
    private static final BigDecimal BELOW_ALL = BigDecimal.valueOf(Long.MIN_VALUE);

    /** How a clinic lies to the limits. */
    public enum Position {
        TOO_FEW_CASES,
        BELOW,
        WITHIN,
        ABOVE
    }

    /**
     * One clinic.
     *
     * @param cases what the rate is of; absent for what is no rate of cases
     * @param low the lower limit, in percent; absent with too few cases
     * @param high the upper limit
     * @param rank from 1, the highest value first, equal values with one rank; absent with too few cases
     */
    public record Line(
            ClinicId clinicId,
            @Nullable BigDecimal value,
            @Nullable Long cases,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable Position position,
            @Nullable Integer rank) {}

    public static Comparison of(Kpi kpi, Map<ClinicId, Totals> clinics) {
        Map<ClinicId, BigDecimal> values = new HashMap<>();
        clinics.forEach((id, totals) -> {
            BigDecimal value = kpi.value().apply(totals);
            if (value != null) {
                values.put(id, value);
            }
        });
        Kpi.Share share = kpi.share();
        long cases = share == null
                ? 0
                : clinics.values().stream().mapToLong(share::casesOf).sum();
        long part = share == null
                ? 0
                : clinics.values().stream().mapToLong(share::partOf).sum();
        List<BigDecimal> ranked = clinics.entrySet().stream()
                .filter(it -> share != null && share.casesOf(it.getValue()) >= FEWEST_CASES)
                .flatMap(it -> Stream.ofNullable(values.get(it.getKey())))
                .sorted(Comparator.reverseOrder())
                .toList();
        double rate = cases == 0 ? 0 : (double) part / cases;
        List<Line> lines = clinics.entrySet().stream()
                .map(it -> line(it.getKey(), it.getValue(), values.get(it.getKey()), share, rate, ranked))
                .sorted(Comparator.comparing((Line it) -> Objects.requireNonNullElse(it.value(), BELOW_ALL))
                        .reversed()
                        .thenComparing(it -> it.clinicId().value()))
                .toList();
        return new Comparison(
                kpi.key(),
                kpi.unit(),
                kpi.formula(),
                median(values.values().stream().sorted().toList()),
                share == null ? null : Totals.rate(part, cases),
                lines);
    }

    private static Line line(
            ClinicId id,
            Totals totals,
            @Nullable BigDecimal value,
            Kpi.@Nullable Share share,
            double rate,
            List<BigDecimal> ranked) {
        if (share == null) {
            return new Line(id, value, null, null, null, null, null);
        }
        long cases = share.casesOf(totals);
        if (cases < FEWEST_CASES || value == null) {
            return new Line(id, value, cases, null, null, Position.TOO_FEW_CASES, null);
        }
        double error = ERRORS * Math.sqrt(rate * (1 - rate) / cases);
        BigDecimal low = percent(rate - error);
        BigDecimal high = percent(rate + error);
        Position position = value.compareTo(low) < 0
                ? Position.BELOW
                : value.compareTo(high) > 0 ? Position.ABOVE : Position.WITHIN;
        return new Line(id, value, cases, low, high, position, ranked.indexOf(value) + 1);
    }

    private static BigDecimal percent(double rate) {
        return BigDecimal.valueOf(Math.clamp(rate * HUNDRED, 0, HUNDRED)).setScale(1, RoundingMode.HALF_UP);
    }

    /** Of an even number the middle of the two in the middle. */
    public static @Nullable BigDecimal median(List<BigDecimal> ascending) {
        if (ascending.isEmpty()) {
            return null;
        }
        int middle = ascending.size() / 2;
        return ascending.size() % 2 == 1
                ? ascending.get(middle)
                : ascending.get(middle - 1).add(ascending.get(middle)).divide(BigDecimal.TWO, 1, RoundingMode.HALF_UP);
    }

    /** The same without the lines of clinics that the reader doesn't reach. */
    public Comparison only(List<ClinicId> reached) {
        List<Line> kept = new ArrayList<>(clinics);
        kept.removeIf(it -> !reached.contains(it.clinicId()));
        return new Comparison(key, unit, formula, median, network, List.copyOf(kept));
    }
}
