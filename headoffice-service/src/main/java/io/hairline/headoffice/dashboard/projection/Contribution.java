package io.hairline.headoffice.dashboard.projection;

import io.hairline.contracts.ClinicId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one fact adds to one sum of a clinic's local day.
 *
 * @param resource the practitioner or the chair whose sum it is; null for the whole clinic's
 * @param key a {@link Measure}, with a colon and the currency behind those of money
 * @param amount a count, minutes, or minor units of the currency
 */
public record Contribution(
        ClinicId clinicId, LocalDate day, @Nullable String resource, String key, long amount, Fact cause) {

    private static final int DIGITS = 15;

    DailyTotalsStore.Place place() {
        return new DailyTotalsStore.Place(clinicId, day, resource != null);
    }

    /** Under which its sum is kept. */
    String sum() {
        return DailyTotals.key(resource, key);
    }

    /** Where it stands in a list: by day, then by the time of its fact; unique among those of one clinic or resource. */
    public String position() {
        String millis = Long.toString(cause.at().toEpochMilli());
        return day + "|" + "0".repeat(Math.max(0, DIGITS - millis.length())) + millis + "|" + cause.key() + "|" + key;
    }
}
