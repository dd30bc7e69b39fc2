package io.hairline.booking.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.property.Method;
import biweekly.property.Status;
import biweekly.util.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes appointments as iCalendar (RFC 5545), each in the zone of its clinic. */
final class CalendarFeed {

    private static final int REFRESH_HOURS = 1;
    private static final java.time.Duration YEAR = java.time.Duration.ofDays(366);

    private CalendarFeed() {}

    /**
     * An appointment in the feed; it names no client.
     *
     * @param version rises with each change, so that calendars take the latest
     */
    record Entry(
            String id, long version, String serviceCode, Instant startsAt, Instant endsAt, String zone, String place) {}

    static String write(List<Entry> entries, Instant now) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Hairline//Appointments//EN");
        calendar.setMethod(Method.PUBLISH);
        calendar.setRefreshInterval(Duration.builder().hours(REFRESH_HOURS).build());
        Map<String, TimezoneAssignment> zones = new HashMap<>();
        for (Entry it : entries) {
            VEvent event = new VEvent();
            event.setUid(it.id() + "@hairline");
            event.setSequence((int) it.version());
            event.setDateTimeStamp(Date.from(now));
            event.setStatus(Status.confirmed());
            event.setSummary("Hairline: " + words(it.serviceCode()));
            event.setLocation(it.place());
            event.setDateStart(Date.from(it.startsAt()));
            event.setDateEnd(Date.from(it.endsAt()));
            TimezoneAssignment zone = zones.computeIfAbsent(
                    it.zone(), id -> ClinicTimezone.of(ZoneId.of(id), now.minus(YEAR), now.plus(YEAR)));
            calendar.getTimezoneInfo().setTimezone(event.getDateStart(), zone);
            calendar.getTimezoneInfo().setTimezone(event.getDateEnd(), zone);
            calendar.addEvent(event);
        }
        return Biweekly.write(calendar).go();
    }

    /** {@code TOUCH_UP} becomes "Touch up". */
    private static String words(String code) {
        String words = code.replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
