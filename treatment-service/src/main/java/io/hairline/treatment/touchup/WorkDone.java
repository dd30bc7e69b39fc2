package io.hairline.treatment.touchup;

import io.hairline.treatment.touchup.forecast.FadeReason;
import io.hairline.treatment.touchup.forecast.ForecastSettings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of the work itself says how long its colour lasts.
 *
 * @param dilution parts of water to one of pigment, of the lightest mix that was used last; absent if unknown
 * @param sessions of the course; absent where there is none
 * @param firstTreated the day of the client's first session ever; absent if this was the first
 */
public record WorkDone(
        @Nullable BigDecimal dilution,
        @Nullable Integer sessions,
        @Nullable LocalDate firstTreated) {

    /** The reasons on the day of the last session. */
    public Set<FadeReason> reasons(LocalDate last, ForecastSettings settings) {
        Set<FadeReason> reasons = EnumSet.noneOf(FadeReason.class);
        if (dilution != null && dilution.compareTo(settings.lightDilution()) >= 0) {
            reasons.add(FadeReason.LIGHT_DILUTION);
        }
        if (sessions != null && sessions < settings.fewSessions()) {
            reasons.add(FadeReason.FEW_SESSIONS);
        }
        if (firstTreated != null
                && !firstTreated.plusMonths(settings.agedMonths()).isAfter(last)) {
            reasons.add(FadeReason.REFRESHED_WORK);
        }
        return reasons;
    }
}
