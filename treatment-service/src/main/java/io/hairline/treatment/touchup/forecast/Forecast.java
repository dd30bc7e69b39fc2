package io.hairline.treatment.touchup.forecast;

import java.time.LocalDate;
import java.util.Set;

/**
 * When a permanent colour wants refreshing, or a temporary one is looked at: local days of the clinic that treated the client last. Clinics publish two to six
 * years; four years, half a year either way, are the brand's own choice within that range and not the result of a study.
 */
public record Forecast(LocalDate from, LocalDate due, LocalDate until) {

    private static final int USUAL = 48;
    private static final int SOONEST = 24;
    private static final int LATEST = 72;
    private static final int EITHER_WAY = 6;

    /** A temporary colour is gone within two years; a look at it comes half a year before, and only then. */
    private static final int FADE_CHECK = 18;

    private static final int FADED = 24;

    public static Forecast ofTemporary(LocalDate lastSession) {
        LocalDate due = lastSession.plusMonths(FADE_CHECK);
        return new Forecast(due, due, lastSession.plusMonths(FADED));
    }

    public static Forecast after(LocalDate lastSession, Set<FadeReason> reasons) {
        int sooner = reasons.stream().mapToInt(FadeReason::months).sum();
        int months = Math.clamp(USUAL - sooner, SOONEST, LATEST);
        return new Forecast(
                lastSession.plusMonths(months - EITHER_WAY),
                lastSession.plusMonths(months),
                lastSession.plusMonths(months + EITHER_WAY));
    }
}
