package io.hairline.portal.dashboard;

import io.hairline.portal.api.CallerApis;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.language.Texts;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The numbers beyond their limits, for the dashboard and for their own page. */
@Component
class Alerts {

    /** As exactly as a limit can be set. */
    private static final int LIMIT_DIGITS = 3;

    private final Catalogue catalogue;

    Alerts(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** One of them in words. */
    record Alert(String name, String regionId, String region, String link, String value, String limit, String since) {}

    /** Those of a region, or with none of all regions that the reader leads. */
    List<Alert> open(CallerApis mine, @Nullable String regionId) {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("regionId", regionId);
        query.put("limit", 50);
        return mine.headOffice().list(JsonNode.class, "/alerts", query).stream()
                .map(this::alert)
                .toList();
    }

    private Alert alert(JsonNode it) {
        String key = it.path("key").asString("");
        String region = it.path("regionId").asString("");
        return new Alert(
                Tile.name(key),
                region,
                catalogue.regionName(region),
                "/dashboard/events/" + key + "?regionId=" + region,
                words(it.path("value"), it.path("unit").asString("")),
                words(it.path("limit"), it.path("unit").asString("")),
                since(it.path("since").asString("")));
    }

    /** A region's clinics have several zones, so the moment is told in one that all know. */
    private static String since(String instant) {
        return instant.isEmpty()
                ? ""
                : Texts.moment(LocalDateTime.ofInstant(Instant.parse(instant), ZoneOffset.UTC)) + " UTC";
    }

    /** As the reader's language writes it, with its unit. */
    static String words(JsonNode it, String unit) {
        String number = number(it);
        return unit.isEmpty() ? number : Texts.textOr("unit." + unit.replace(' ', '-'), number, number);
    }

    private static String number(JsonNode it) {
        NumberFormat format = NumberFormat.getNumberInstance(Texts.locale());
        format.setMaximumFractionDigits(LIMIT_DIGITS);
        return format.format(it.isNumber() ? it.decimalValue() : new BigDecimal(it.asString("0")));
    }
}
