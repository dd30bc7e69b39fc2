package io.hairline.portal.dashboard;

import io.hairline.portal.language.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A series as a chart and as a table with the same numbers. */
record Chart(String name, List<Row> rows) {

    /**
     * One step.
     *
     * @param link to the events behind it
     */
    record Row(String when, @Nullable BigDecimal value, String words, String link) {}

    static Chart of(Dashboard.Series series, DashboardScope scope, DashboardPeriod period) {
        List<Dashboard.Point> points = series.all();
        String unit = series.unit();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Dashboard.Point it = points.get(i);
            LocalDate last = i + 1 < points.size() ? points.get(i + 1).from().minusDays(1) : period.to();
            rows.add(new Row(
                    Texts.date(it.from()),
                    it.value(),
                    words(it.value(), unit),
                    DrillDownController.link(series.key(), unit, scope, new DashboardPeriod(0, it.from(), last))));
        }
        return new Chart(Tile.isMoney(unit) ? series.name() + ", " + unit : series.name(), List.copyOf(rows));
    }

    private static String words(@Nullable BigDecimal value, @Nullable String unit) {
        return new Tile("", value, null, unit, null, null).words();
    }

    /** For the chart's script: step, number and where it leads. */
    public String data() {
        return JsonMapper.shared()
                .writeValueAsString(rows.stream()
                        .map(it -> new Object[] {it.when(), it.value(), it.link()})
                        .toList());
    }
}
