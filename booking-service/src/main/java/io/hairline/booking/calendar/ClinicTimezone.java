package io.hairline.booking.calendar;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.util.DateTimeComponents;
import biweekly.util.UtcOffset;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.TimeZone;

/** Writes a zone's rules into the calendar itself, from the JVM's own: nothing is fetched from elsewhere. */
final class ClinicTimezone {

    private ClinicTimezone() {}

    /** With each change of the offset between two instants, and the last one before them. */
    static TimezoneAssignment of(ZoneId zone, Instant from, Instant until) {
        VTimezone component = new VTimezone(zone.getId());
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition before = rules.previousTransition(from);
        if (before == null) {
            ZoneOffset offset = rules.getOffset(from);
            StandardTime always = new StandardTime();
            describe(always, LocalDateTime.of(1970, 1, 1, 0, 0), offset, offset);
            component.addStandardTime(always);
        }
        ZoneOffsetTransition it = before == null ? rules.nextTransition(from) : before;
        while (it != null && it.getInstant().isBefore(until)) {
            add(component, it, rules.isDaylightSavings(it.getInstant()));
            it = rules.nextTransition(it.getInstant());
        }
        return new TimezoneAssignment(TimeZone.getTimeZone(zone), component);
    }

    private static void add(VTimezone component, ZoneOffsetTransition it, boolean summer) {
        if (summer) {
            DaylightSavingsTime part = new DaylightSavingsTime();
            describe(part, it.getDateTimeBefore(), it.getOffsetBefore(), it.getOffsetAfter());
            component.addDaylightSavingsTime(part);
        } else {
            StandardTime part = new StandardTime();
            describe(part, it.getDateTimeBefore(), it.getOffsetBefore(), it.getOffsetAfter());
            component.addStandardTime(part);
        }
    }

    private static void describe(Observance part, LocalDateTime at, ZoneOffset before, ZoneOffset after) {
        part.setDateStart(new DateTimeComponents(
                at.getYear(),
                at.getMonthValue(),
                at.getDayOfMonth(),
                at.getHour(),
                at.getMinute(),
                at.getSecond(),
                false));
        part.setTimezoneOffsetFrom(offset(before));
        part.setTimezoneOffsetTo(offset(after));
    }

    private static UtcOffset offset(ZoneOffset it) {
        return new UtcOffset(it.getTotalSeconds() * 1_000L);
    }
}
