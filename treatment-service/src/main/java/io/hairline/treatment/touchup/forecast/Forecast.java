package io.hairline.treatment.touchup.forecast;

import java.time.LocalDate;
import java.util.Set;

/**
 * When a permanent colour wants refreshing, or a temporary one is looked at: local days of the clinic that treated the client last.
 * The numbers and their sources are those of {@link ForecastSettings}.
 */
public record Forecast(LocalDate from, LocalDate due, LocalDate until) {

    /** A look at it comes some time before it is gone, and only then. */
    public static Forecast ofTemporary(LocalDate lastSession, ForecastSettings settings) {
        LocalDate due = lastSession.plusMonths(settings.fadeCheckMonths());
        return new Forecast(due, due, lastSession.plusMonths(settings.fadedMonths()));
    }

    public static Forecast after(LocalDate lastSession, Set<FadeReason> reasons, ForecastSettings settings) {
        int months = settings.monthsFor(reasons);
        return new Forecast(
                lastSession.plusMonths(months - settings.eitherWayMonths()),
                lastSession.plusMonths(months),
                lastSession.plusMonths(months + settings.eitherWayMonths()));
    }
}
