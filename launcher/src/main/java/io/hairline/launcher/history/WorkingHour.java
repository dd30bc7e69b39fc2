package io.hairline.launcher.history;

import io.hairline.contracts.demo.DemoHolidays;
import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.machine.Waiting;
import io.hairline.launcher.system.Progress;
import io.hairline.launcher.system.Service;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Moves a new demo's clock to an hour at which its first clinic is at work, so that its pages are never first seen empty. */
final class WorkingHour {

    /** No weekend with holidays beside it is as long. */
    static final Duration FURTHEST = Duration.ofDays(5);

    private static final String CLINIC = "BER";
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalTime BUSY = LocalTime.of(10, 0);
    private static final LocalTime NEARLY_OVER = LocalTime.of(16, 0);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm", Locale.ENGLISH);

    private WorkingHour() {}

    /**
     * Now, if the clinic is at work, or else ten o'clock of the next morning on which it is; a Saturday, which is short, counts
     * as closed.
     */
    static Instant from(Instant now) {
        ZonedDateTime local = now.atZone(ZONE);
        if (isWorkday(local)
                && !local.toLocalTime().isBefore(BUSY)
                && local.toLocalTime().isBefore(NEARLY_OVER)) {
            return now;
        }
        ZonedDateTime morning = local.with(BUSY);
        while (!isWorkday(morning) || !morning.isAfter(local)) {
            morning = morning.plusDays(1);
        }
        return morning.toInstant();
    }

    private static boolean isWorkday(ZonedDateTime day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !DemoHolidays.isOn(CLINIC, day.toLocalDate());
    }

    /**
     * Moves the clock of all services.
     *
     * @return the time after it
     */
    static Instant moveTo(BackdatedClient api, Instant now, Progress progress) {
        Instant wanted = from(now);
        if (wanted.equals(now)) {
            return now;
        }
        progress.say("the demo's clock goes to " + SHOWN.format(wanted.atZone(ZONE))
                + " in Berlin, when people are at work");
        var _ = api.post(
                "booking", "head-office", now, "clock-" + wanted, "/demo/clock", Map.of("instant", wanted.toString()));
        if (!Waiting.until(
                PATIENCE,
                () -> Service.ALL.stream()
                        .filter(Service::stores)
                        .noneMatch(it -> time(api, it.name()).isBefore(wanted)))) {
            throw new LauncherException("Not all services follow the demo's clock; see .hairline/logs");
        }
        return time(api, "booking");
    }

    static Instant time(BackdatedClient api, String service) {
        return Instant.parse(
                api.get(service, "head-office", "/demo/clock").path("instant").asString());
    }
}
