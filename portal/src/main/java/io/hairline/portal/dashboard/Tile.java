package io.hairline.portal.dashboard;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.brand.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One number of the dashboard.
 *
 * @param unit {@code percent}, {@code count} or a currency
 * @param formula how it is counted, for those who ask
 */
record Tile(
        String key,
        @Nullable BigDecimal value,
        @Nullable String unit,
        @Nullable String formula,
        @Nullable String zone,
        @Nullable String asOf) {

    private static final Map<String, String> NAMES = Map.of(
            "bookings", "Bookings",
            "revenue", "Revenue",
            "utilisation", "Utilisation",
            "noShowRate", "Did not come",
            "rebookingRate", "Booked again",
            "courseCompletion", "Courses completed",
            "touchUpsDue", "Touch-ups due",
            "touchUpConversion", "Touch-ups booked",
            "messageStale", "Stale messages");

    public String name() {
        return NAMES.getOrDefault(key, CodeLabels.plain(key.replaceAll("([a-z])([A-Z])", "$1_$2")));
    }

    /** For the element's id: the stream finds it by this. */
    public String anchor() {
        return "tile-" + key.replaceAll("[^A-Za-z0-9-]", "-") + (isMoney() ? "-" + unit : "");
    }

    public String words() {
        if (value == null) {
            return "–";
        }
        if (isMoney()) {
            return new Money(value.setScale(0, RoundingMode.HALF_UP), String.valueOf(unit))
                    .words()
                    .replaceFirst("\\.00$", "");
        }
        NumberFormat number = NumberFormat.getNumberInstance(Locale.UK);
        number.setMaximumFractionDigits(1);
        return isShare() ? number.format(value) + " %" : number.format(value);
    }

    private boolean isShare() {
        return "percent".equalsIgnoreCase(unit) || "%".equals(unit);
    }

    private boolean isMoney() {
        return unit != null
                && unit.length() == 3
                && Currency.getAvailableCurrencies().stream()
                        .anyMatch(it -> it.getCurrencyCode().equals(unit));
    }
}
