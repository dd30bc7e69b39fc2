package io.hairline.launcher.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * One appointment of a story.
 *
 * @param day local to the clinic, like {@code time}
 */
record PastVisit(String serviceCode, LocalDate day, LocalTime time, Ending ending) {

    /** How it had ended by today. */
    enum Ending {
        COMPLETED,
        NO_SHOW,
        CANCELLED,
        UPCOMING
    }

    Instant startsAt(ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    /** When the treatment is done: how long the services of the demo's menu take. */
    Instant endsAt(ZoneId zone) {
        int minutes = switch (serviceCode) {
            case "SESSION_1" -> 240;
            case "SESSION_2" -> 210;
            case "SESSION_3" -> 150;
            case "TOUCH_UP" -> 120;
            default -> 45;
        };
        return startsAt(zone).plus(Duration.ofMinutes(minutes));
    }
}
