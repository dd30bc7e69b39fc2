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
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Writes appointments as iCalendar (RFC 5545), each in the zone of its clinic. */
final class CalendarFeed {

    private static final int REFRESH_HOURS = 1;
    private static final ResourceBundle.Control ENGLISH_ELSE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final java.time.Duration YEAR = java.time.Duration.ofDays(366);

    private CalendarFeed() {}

    /**
     * An appointment in the feed; it names no client.
     *
     * @param version rises with each change, so that calendars take the latest
     * @param place the clinic's name, and its address where that is known
     * @param phone the clinic's, E.164
     */
    record Entry(
            String id,
            long version,
            String serviceCode,
            Instant startsAt,
            Instant endsAt,
            String zone,
            String place,
            @Nullable String phone) {}

    static String write(List<Entry> entries, Locale language, Instant now) {
        ResourceBundle words = ResourceBundle.getBundle("messages/calendar", language, ENGLISH_ELSE);
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
            event.setSummary("Hairline: " + service(it.serviceCode(), words));
            event.setLocation(it.place());
            if (it.phone() != null) {
                event.setDescription(words.getString("phone") + " " + it.phone());
            }
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

    /** A service of the brand's own, which the words don't know, is read from its code: {@code BROW_TINT} becomes "Brow tint". */
    private static String service(String code, ResourceBundle known) {
        if (known.containsKey(code)) {
            return known.getString(code);
        }
        String words = code.replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
