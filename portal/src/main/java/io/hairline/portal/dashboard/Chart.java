package io.hairline.portal.dashboard;

import io.hairline.portal.language.Texts;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A series as a chart and as a table with the same numbers. */
record Chart(String name, @Nullable String unit, List<Row> rows) {

    /** One step. */
    record Row(String when, @Nullable BigDecimal value, String words) {}

    static Chart of(Dashboard.Series series) {
        return new Chart(
                series.name(),
                series.unit(),
                series.all().stream()
                        .map(it -> new Row(Texts.date(it.from()), it.value(), words(it.value(), series.unit())))
                        .toList());
    }

    private static String words(@Nullable BigDecimal value, @Nullable String unit) {
        return new Tile("", value, null, unit, null, null, null).words();
    }

    /** For the chart's script: pairs of step and number. */
    public String data() {
        return JsonMapper.shared()
                .writeValueAsString(rows.stream()
                        .map(it -> new Object[] {it.when(), it.value()})
                        .toList());
    }
}
