package io.hairline.portal.brand;

import io.hairline.portal.language.Texts;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An entry of the catalogue. */
public record ServiceOffering(
        String code,
        int minutes,
        @Nullable Money listPrice,
        @Nullable Long version,
        int preparationMinutes,
        int cleaningMinutes,
        int practitionerExtraMinutes,
        @Nullable String deviceKind,
        @Nullable List<ServicePrice> prices,
        @Nullable List<PriceRange> today) {

    /** What the device is called that it needs; nothing if it needs none. */
    public @Nullable String deviceName() {
        return deviceKind == null ? null : CodeLabels.label("device", deviceKind);
    }

    public String name() {
        return CodeLabels.service(code);
    }

    /** In words, in the list price's currency where there is one; null if the price is agreed with each client. */
    public @Nullable String priceWords() {
        return ranges().stream().findFirst().map(PriceRange::words).orElse(null);
    }

    /** In words, in a clinic's currency; null if there is no price in it. */
    public @Nullable String priceIn(String currency) {
        return ranges().stream()
                .filter(it -> it.from().currency().equals(currency))
                .findFirst()
                .map(PriceRange::words)
                .orElse(null);
    }

    public List<PriceRange> ranges() {
        return Objects.requireNonNullElse(today, List.of());
    }

    public String duration() {
        return Texts.duration(minutes);
    }
}
