package io.hairline.portal.dashboard;

import io.hairline.portal.api.CallerApis;
import io.hairline.portal.language.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The numbers of one scope and period, as head office tells them.
 *
 * @param comparedWith the days of the numbers before; absent where there are none
 */
record Dashboard(
        @Nullable List<Tile> tiles,
        @Nullable List<Series> series,
        @Nullable Days comparedWith) {

    /** Local days, both ends included. */
    record Days(LocalDate from, LocalDate to) {
        public String words() {
            return DashboardPeriod.words(from, to);
        }
    }

    /** One number, step by step. */
    record Series(
            String key, @Nullable String unit, @Nullable List<Point> points) {

        public String name() {
            return Tile.name(key);
        }

        public List<Point> all() {
            return Objects.requireNonNullElse(points, List.of());
        }

        boolean isEmpty() {
            return all().stream()
                    .allMatch(it -> it.value() == null || it.value().signum() == 0);
        }
    }

    /** @param from the first day of the step */
    record Point(LocalDate from, @Nullable BigDecimal value) {}

    static Dashboard read(CallerApis mine, DashboardPeriod period, DashboardScope scope) {
        Map<String, Object> query = period.query(scope);
        query.put("period", period.step());
        return JsonMapper.shared().treeToValue(mine.headOffice().read("/dashboard", query), Dashboard.class);
    }

    /** A region's counts are those of several clinics: only its rates and averages stand beside one clinic's. */
    static Dashboard medians(CallerApis mine, DashboardPeriod period, DashboardScope scope) {
        JsonNode items =
                mine.headOffice().read("/dashboard/medians", period.query()).path("items");
        return new Dashboard(
                items.valueStream()
                        .map(it -> JsonMapper.shared().treeToValue(it, Tile.class))
                        .filter(it -> scope.clinic() != null || !"count".equals(it.unit()))
                        .toList(),
                null,
                null);
    }

    public List<Tile> all() {
        return Objects.requireNonNullElse(tiles, List.of());
    }

    /** The series of these keys that have anything in them, in this order. */
    List<Series> series(String... keys) {
        List<Series> known = Objects.requireNonNullElse(series, List.of());
        return List.of(keys).stream()
                .flatMap(key -> known.stream().filter(it -> it.key().equals(key) && !it.isEmpty()))
                .toList();
    }

    /** The tiles of this key, one for each currency if it is money; with a unit only the one in it. */
    List<Tile> of(String key, @Nullable String unit) {
        return all().stream()
                .filter(it -> it.key().equals(key) && (unit == null || unit.equals(it.unit())))
                .toList();
    }

    /** A region's day may end later than another's, and with it the days that it is compared with. */
    public boolean isComparedLike(Dashboard other) {
        return Objects.equals(comparedWith, other.comparedWith);
    }

    /** When its numbers were counted. */
    public String asOf() {
        return all().stream().findFirst().map(Tile::asOfWords).orElse("");
    }

    /** The days of its numbers, and those it is compared with. */
    public String periodWords(DashboardPeriod period) {
        return comparedWith == null
                ? period.words()
                : Texts.text("dashboard.period", period.words(), comparedWith.words());
    }

    /** Whose local days its numbers are of. */
    public String zoneWords() {
        return all().stream()
                .filter(Tile::isOfOneZone)
                .findFirst()
                .map(it -> Texts.text("drill.zone", it.zone()))
                .orElseGet(() -> Texts.text("drill.zone.local"));
    }

    Optional<Tile> find(Tile like) {
        return all().stream()
                .filter(it -> it.key().equals(like.key()) && Objects.equals(it.unit(), like.unit()))
                .findFirst();
    }
}
