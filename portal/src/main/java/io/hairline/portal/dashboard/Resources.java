package io.hairline.portal.dashboard;

import io.hairline.portal.api.CallerApis;
import io.hairline.portal.language.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The figures of a clinic's practitioners and chairs, for the clinic's dashboard and behind it. */
final class Resources {

    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    /**
     * Both tables of a clinic.
     *
     * @param comparedWith the days of the numbers before
     */
    record Tables(List<Row> practitioners, List<Row> chairs, Dashboard.Days comparedWith) {

        /** The one with this id; null if the clinic has none. */
        @Nullable Row find(String id) {
            return Stream.concat(practitioners.stream(), chairs.stream())
                    .filter(it -> it.id().equals(id))
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * One practitioner or chair.
     *
     * @param booked hours, in words
     * @param available hours, in words
     */
    record Row(String id, String name, String booked, String available, List<Tile> tiles) {

        /** A figure in words; "–" where there is none. */
        public String words(String key) {
            return of(key).map(Tile::words).findFirst().orElse("–");
        }

        /** The same over the period before. */
        public String before(String key) {
            return of(key).map(Tile::previousWords).findFirst().orElse("–");
        }

        Stream<Tile> of(String key) {
            return tiles.stream().filter(it -> it.key().equals(key));
        }
    }

    private Resources() {}

    /** Those of a clinic in a period. */
    static Tables of(CallerApis mine, String clinic, DashboardPeriod period) {
        JsonNode answer =
                mine.headOffice().read("/dashboard/resources", period.query(new DashboardScope(null, clinic)));
        return new Tables(
                rows(answer.path("practitioners"), "practitionerId", "displayName"),
                rows(answer.path("chairs"), "chairId", "name"),
                JsonMapper.shared().treeToValue(answer.path("comparedWith"), Dashboard.Days.class));
    }

    private static List<Row> rows(JsonNode all, String id, String name) {
        return all.valueStream()
                .map(it -> new Row(
                        it.path(id).asString(""),
                        it.path(name).asString(""),
                        hours(it.path("bookedMinutes")),
                        hours(it.path("availableMinutes")),
                        it.path("tiles")
                                .valueStream()
                                .map(tile -> JsonMapper.shared().treeToValue(tile, Tile.class))
                                .toList()))
                .toList();
    }

    private static String hours(JsonNode minutes) {
        return Texts.text(
                "resources.hours",
                Texts.number(BigDecimal.valueOf(minutes.asLong(0)).divide(MINUTES, 1, RoundingMode.HALF_UP)));
    }
}
