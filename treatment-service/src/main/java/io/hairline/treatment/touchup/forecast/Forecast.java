package io.hairline.treatment.touchup.forecast;

import io.hairline.contracts.headoffice.TouchUpRule;
import java.time.LocalDate;
import java.util.Set;

/**
 * When a permanent colour wants refreshing, or a temporary one is looked at: local days of the clinic that treated the client last.
 * The numbers and their sources are those of {@link TouchUpRule} and {@link ForecastSettings}.
 */
public record Forecast(LocalDate from, LocalDate due, LocalDate until) {

    /** A look at it comes some time before it is gone, and only then. */
    public static Forecast ofTemporary(LocalDate lastSession, TouchUpRule rule) {
        LocalDate due = lastSession.plusMonths(rule.fadeCheckMonths());
        return new Forecast(due, due, lastSession.plusMonths(rule.fadedMonths()));
    }

    public static Forecast after(
            LocalDate lastSession, Set<FadeReason> reasons, TouchUpRule rule, ForecastSettings settings) {
        int months = settings.monthsFor(reasons, rule);
        return new Forecast(
                lastSession.plusMonths(months - rule.windowMonths()),
                lastSession.plusMonths(months),
                lastSession.plusMonths(months + rule.windowMonths()));
    }
}
