package io.hairline.launcher.history;

import io.hairline.contracts.demo.DemoHolidays;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.demo.DemoPast;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Closes the clinics on the public holidays of a year to come, and of the weeks behind them that their diaries show. */
final class ClosedDays {

    private static final int YEAR_DAYS = 365;

    private ClosedDays() {}

    static void close(BackdatedClient api, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        HistoryLoader.inParallel(DemoIds.CLINICS.stream()
                .<Runnable>map(clinic -> () -> in(clinic, today).forEach(it -> close(api, clinic, it, now)))
                .toList());
    }

    static List<LocalDate> in(String clinicCode, LocalDate today) {
        return today.minusDays(DemoPast.GREW_DAYS_AGO)
                .datesUntil(today.plusDays(YEAR_DAYS))
                .filter(it -> DemoHolidays.isOn(clinicCode, it))
                .toList();
    }

    private static void close(BackdatedClient api, String clinicCode, LocalDate day, Instant now) {
        Instant before = day.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        var _ = api.post(
                "headoffice",
                "manager-" + clinicCode.toLowerCase(Locale.ROOT),
                before.isBefore(now) ? before : now,
                "closed-" + clinicCode + "-" + day,
                "/clinics/" + DemoIds.clinic(clinicCode).value() + "/closed-days",
                Map.of("date", day.toString(), "reasonCode", "HOLIDAY"));
    }
}
