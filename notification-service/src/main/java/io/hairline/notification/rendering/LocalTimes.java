package io.hairline.notification.rendering;

import io.hairline.contracts.booking.AppointmentSlot;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Times by the clock on the clinic's wall, with the name of its zone, wherever the client is. */
record LocalTimes(Locale language) {

    /** French writes the first of a month as an ordinal, which the locale's own formats don't. */
    private static final String FRENCH_FIRST = "\\b1 (?=\\p{L})";

    String date(AppointmentSlot slot) {
        return date(there(slot));
    }

    String date(ZonedDateTime there) {
        String date = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(language)
                .format(there);
        return "fr".equals(language.getLanguage()) ? date.replaceFirst(FRENCH_FIRST, "1er ") : date;
    }

    String time(AppointmentSlot slot) {
        return time(there(slot));
    }

    /** Another instant by the clock of the slot's clinic. */
    String time(Instant at, AppointmentSlot slot) {
        return time(at.atZone(ZoneId.of(slot.zone())));
    }

    String time(ZonedDateTime there) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(language)
                        .format(there)
                        .replace('\u202f', '\u00a0')
                + " (" + DateTimeFormatter.ofPattern("zzzz", language).format(there) + ")";
    }

    /** The wall time is the promise; its offset follows from the instant if the hour comes twice. */
    private static ZonedDateTime there(AppointmentSlot slot) {
        ZoneId zone = ZoneId.of(slot.zone());
        return ZonedDateTime.ofLocal(slot.localStart(), zone, zone.getRules().getOffset(slot.startsAt()));
    }
}
