package io.hairline.treatment.pricing;

import io.hairline.contracts.Money;
import io.hairline.treatment.scalp.ScalpZone;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session that is to be priced.
 *
 * @param price what is agreed with the client; left out for what the catalogue says
 * @param zones where the scalp is treated; none counts as the smallest area, and one that is named twice counts once
 * @param density dots per square centimetre; left out for the lightest
 */
public record WantedSession(
        @NotBlank @Size(max = 40) String serviceCode,
        @Nullable Money price,
        @Nullable @Size(max = 11) List<@NotNull ScalpZone> zones,
        @Nullable @Min(1) @Max(400) Integer density) {

    /** Each once, however often it is named. */
    @Nullable List<ScalpZone> distinctZones() {
        return zones == null ? null : zones.stream().distinct().toList();
    }

    /** A price alone, agreed without a look at the catalogue. */
    boolean namesPriceAlone() {
        return price != null && zones == null && density == null;
    }
}
