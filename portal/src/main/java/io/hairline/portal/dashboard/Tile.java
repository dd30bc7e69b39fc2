package io.hairline.portal.dashboard;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * One number of the dashboard.
 *
 * @param unit {@code percent}, {@code count} or a currency
 */
record Tile(
        String key,
        @Nullable BigDecimal value,
        @Nullable BigDecimal previous,
        @Nullable String unit,
        @Nullable String zone,
        @Nullable String asOf) {

    static String name(String key) {
        return Texts.textOr("kpi." + key, CodeLabels.plain(key.replaceAll("([a-z])([A-Z])", "$1_$2")));
    }

    public String name() {
        return name(key);
    }

    /** How it is counted, in one sentence; empty for a key that is newer than these pages. */
    public String explanation() {
        return Texts.textOr("kpi." + key + ".formula", "");
    }

    /** For the element's id: the stream finds it by this. */
    public String anchor() {
        return "tile-" + key.replaceAll("[^A-Za-z0-9-]", "-") + (isMoney() ? "-" + unit : "");
    }

    public String words() {
        return words(value);
    }

    /** The same over the period before. */
    public String previousWords() {
        return words(previous);
    }

    /** By how much it differs from the period before, with its sign; "–" where one of the two isn't known. */
    public String differenceWords() {
        BigDecimal difference = difference();
        return difference == null ? "–" : (difference.signum() > 0 ? "+" : "") + words(difference);
    }

    @Nullable BigDecimal difference() {
        return value == null || previous == null ? null : value.subtract(previous);
    }

    private String words(@Nullable BigDecimal number) {
        if (number == null) {
            return "–";
        }
        if (isMoney()) {
            return Texts.wholeMoney(number.setScale(0, RoundingMode.HALF_UP), String.valueOf(unit));
        }
        if ("minutes".equals(unit)) {
            return Texts.text("drill.minutes", Texts.number(number));
        }
        return isShare() ? Texts.text("percent", Texts.number(number)) : Texts.number(number);
    }

    /** When it was counted, in the clinic's time; in UTC where clinics of several zones are counted together. */
    String asOfWords() {
        if (asOf == null) {
            return "";
        }
        boolean one = isOfOneZone();
        String moment =
                Texts.moment(LocalDateTime.ofInstant(Instant.parse(asOf), one ? ZoneId.of(zone) : ZoneOffset.UTC));
        return Texts.text("dashboard.as-of", one ? moment : moment + " UTC");
    }

    boolean isOfOneZone() {
        return zone != null && !"local".equals(zone);
    }

    private boolean isShare() {
        return "percent".equalsIgnoreCase(unit) || "%".equals(unit);
    }

    private boolean isMoney() {
        return isMoney(unit);
    }

    static boolean isMoney(@Nullable String unit) {
        return unit != null
                && unit.length() == 3
                && Currency.getAvailableCurrencies().stream()
                        .anyMatch(it -> it.getCurrencyCode().equals(unit));
    }
}
