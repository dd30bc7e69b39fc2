package io.hairline.portal.brand;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a service costs in one currency, from a day on where it has one. */
public record ServicePrice(
        Money price,
        @Nullable List<Step> zones,
        @Nullable List<Step> densities,
        @Nullable Money numbing,
        @Nullable LocalDate validFrom) {

    /** What more zones, or more dots per square centimetre, add from a number on. */
    public record Step(int from, Money extra) {}
}
