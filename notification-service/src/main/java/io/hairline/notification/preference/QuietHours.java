package io.hairline.notification.preference;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

/**
 * The hours in which a client isn't disturbed, by a clock on the wall.
 *
 * @param from the first minute of quiet
 * @param until the first minute after it; the same as {@code from} for no quiet at all
 */
public record QuietHours(LocalTime from, LocalTime until) {

    public static final QuietHours DEFAULT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

    /** The instant itself if it isn't quiet, else the first instant after the quiet hours. */
    public Instant wakingFrom(Instant instant, ZoneId zone) {
        ZonedDateTime there = instant.atZone(zone);
        LocalTime time = there.toLocalTime();
        if (!isQuiet(time)) {
            return instant;
        }
        LocalDateTime morning = there.toLocalDate().atTime(until);
        return first(time.isBefore(until) ? morning : morning.plusDays(1), zone, instant);
    }

    private boolean isQuiet(LocalTime time) {
        return from.isAfter(until)
                ? !time.isBefore(from) || time.isBefore(until)
                : !time.isBefore(from) && time.isBefore(until);
    }

    /** Of an hour that is skipped, the moment it is skipped; of one that comes twice, the first that isn't over. */
    private static Instant first(LocalDateTime morning, ZoneId zone, Instant after) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(morning);
        if (transition != null && transition.isGap()) {
            return transition.getInstant();
        }
        ZonedDateTime there = morning.atZone(zone);
        Instant earlier = there.withEarlierOffsetAtOverlap().toInstant();
        return earlier.isAfter(after)
                ? earlier
                : there.withLaterOffsetAtOverlap().toInstant();
    }
}
