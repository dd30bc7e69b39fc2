package io.hairline.portal.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DashboardTests {

    @Test
    void addsCountsAndEachCurrencyButNoRate() {
        Dashboard europe = dashboard(
                tile("bookings", "3", "count"), tile("revenue", "480.00", "EUR"), tile("noShowRate", "5", "percent"));
        Dashboard america = dashboard(
                tile("bookings", "4", "count"), tile("revenue", "100.50", "USD"), tile("revenue", "20.00", "EUR"));

        assertThat(Dashboard.totals(List.of(europe, america)))
                .extracting(Tile::anchor, Tile::value)
                .containsExactly(
                        tuple("tile-bookings", "7"),
                        tuple("tile-revenue-EUR", "500.00"),
                        tuple("tile-revenue-USD", "100.50"));
    }

    @Test
    void knowsNoTotalWhereANumberIsMissing() {
        Dashboard known = dashboard(tile("bookings", "3", "count"));
        Dashboard unknown = dashboard(tile("bookings", null, "count"));

        assertThat(Dashboard.totals(List.of(known, unknown)))
                .singleElement()
                .extracting(Tile::value)
                .isNull();
    }

    private static Tuple tuple(String anchor, String value) {
        return Tuple.tuple(anchor, new BigDecimal(value));
    }

    private static Dashboard dashboard(Tile... tiles) {
        return new Dashboard(List.of(tiles), null);
    }

    private static Tile tile(String key, @Nullable String value, String unit) {
        return new Tile(key, value == null ? null : new BigDecimal(value), null, unit, null, null, null);
    }
}
