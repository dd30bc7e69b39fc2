package io.hairline.notification.preference;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

/**
 * The hours of her night, by the clock on her own wall.
 *
 * @param from the first minute of quiet
 * @param until the first minute after it; the same as {@code from} for no quiet at all
 */
public record QuietHours(LocalTime from, LocalTime until) {

    public static final QuietHours DEFAULT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

    /** The instant itself if she is awake, else the first instant of her next morning. */
    public Instant wakingFrom(Instant instant, ZoneId zone) {
        ZonedDateTime hers = instant.atZone(zone);
        LocalTime time = hers.toLocalTime();
        if (!isQuiet(time)) {
            return instant;
        }
        LocalDateTime morning = hers.toLocalDate().atTime(until);
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
