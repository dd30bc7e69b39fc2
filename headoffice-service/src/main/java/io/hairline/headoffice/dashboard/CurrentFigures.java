package io.hairline.headoffice.dashboard;

import io.hairline.contracts.RegionId;
import io.hairline.headoffice.dashboard.kpi.Kpi;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The numbers of the running month, for other capabilities; money is not among them, for it has several currencies. */
@Service
public class CurrentFigures {

    private final DashboardReader dashboards;

    CurrentFigures(DashboardReader dashboards) {
        this.dashboards = dashboards;
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

    /** All keys, in the order of the dashboard. */
    public static List<String> keys() {
        return Kpi.all(List.of()).stream().map(Kpi::key).toList();
    }
}
