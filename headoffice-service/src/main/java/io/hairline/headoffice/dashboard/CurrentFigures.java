package io.hairline.headoffice.dashboard;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RegionId;
import io.hairline.headoffice.dashboard.kpi.Kpi;
import io.hairline.headoffice.dashboard.projection.ClientFactsStore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The numbers of the running month, for other capabilities; money is not among them, for it has several currencies. */
@Service
public class CurrentFigures {

    private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

    private final DashboardReader dashboards;
    private final ClientFactsStore facts;

    CurrentFigures(DashboardReader dashboards, ClientFactsStore facts) {
        this.dashboards = dashboards;
        this.facts = facts;
    }

    /** Whether anything was ever counted in a clinic: a booking, a payment, a session. */
    public boolean countAnythingIn(ClinicId clinic) {
        return !facts.cells(List.of(clinic), FIRST_DAY, LAST_DAY).isEmpty();
    }

    /** Those of a region that have a value, by key. */
    public Map<String, BigDecimal> of(RegionId region) {
        return dashboards.tiles(DashboardScope.of(region)).stream()
                .filter(it -> it.value() != null && isKnown(it.key()))
                .collect(Collectors.toMap(Tile::key, it -> Objects.requireNonNull(it.value())));
    }

    /** Whether there is such a number. */
    public static boolean isKnown(String key) {
        return keys().contains(key);
    }

    /** In what a number is counted, such as {@code percent}. */
    public static String unit(String key) {
        return Kpi.all(List.of()).stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .map(Kpi::unit)
                .orElse("");
    }

    /** All keys, in the order of the dashboard. */
    public static List<String> keys() {
        return Kpi.all(List.of()).stream().map(Kpi::key).toList();
    }
}
