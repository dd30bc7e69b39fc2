package io.hairline.headoffice.dashboard;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One number of the dashboard, with what it means.
 *
 * @param value absent for a rate of nothing
 * @param previous the same over the period before, absent likewise
 * @param unit {@code count}, {@code percent} or an ISO 4217 currency
 * @param formula one sentence for people
 * @param zone whose days it counts: an IANA zone, or {@code local} where clinics of several are summed
 */
public record Tile(
        String key,
        @Nullable BigDecimal value,
        @Nullable BigDecimal previous,
        String unit,
        String formula,
        String zone,
        Instant asOf) {

    String name() {
        return key + "/" + unit;
    }

    boolean saysTheSameAs(@Nullable Tile other) {
        return other != null && Objects.toString(value).equals(Objects.toString(other.value));
    }
}
