package io.hairline.booking.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarFeedTests {

    /** The weeks in which the clocks of five zones change, and one that never does. */
    @ParameterizedTest
    @CsvSource({
        "Europe/London, 2027-03-27T10:00", "Europe/London, 2027-03-29T10:00",
        "Europe/Berlin, 2027-10-30T09:15", "Europe/Berlin, 2027-11-01T09:15",
        "America/New_York, 2027-03-13T16:45", "America/New_York, 2027-03-15T16:45",
        "America/Los_Angeles, 2027-11-06T08:00", "America/Los_Angeles, 2027-11-08T08:00",
        "Australia/Sydney, 2027-04-03T11:30", "Australia/Sydney, 2027-04-05T11:30",
        "Asia/Kolkata, 2027-04-05T11:30"
    })
    void saysTheClinicsWallTimeAndMeansTheRightInstant(String zone, LocalDateTime wall) {
        Instant startsAt = wall.atZone(ZoneId.of(zone)).toInstant();

        String text = CalendarFeed.write(
                List.of(new CalendarFeed.Entry(
                        "apt_1",
                        3,
                        "TOUCH_UP",
                        startsAt,
                        startsAt.plus(Duration.ofHours(2)),
                        zone,
                        "Hairline, Soho",
                        null)),
                Locale.ENGLISH,
                startsAt.minus(Duration.ofDays(3)));

        assertThat(text)
                .contains("DTSTART;TZID=" + zone + ":"
                        + DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").format(wall))
                .contains("BEGIN:VTIMEZONE", "UID:apt_1@hairline", "SEQUENCE:3", "SUMMARY:Hairline: Touch-up");
        ICalendar read = Biweekly.parse(text).first();
        VEvent event = read.getEvents().getFirst();
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(startsAt);
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(startsAt.plus(Duration.ofHours(2)));
        assertThat(event.getLocation().getValue()).isEqualTo("Hairline, Soho");
    }

    @ParameterizedTest
    @CsvSource({
        "de, Auffrischung, Telefon",
        "es-MX, Retoque, Teléfono",
        "fr, Retouche, Téléphone",
        "pl, Touch-up, Phone"
    })
    void speaksTheClientsLanguage(String language, String service, String phone) {
        VEvent event = event("TOUCH_UP", Locale.forLanguageTag(language));

        assertThat(event.getSummary().getValue()).isEqualTo("Hairline: " + service);
        assertThat(event.getDescription().getValue()).isEqualTo(phone + " +442071234567");
    }

    @Test
    void readsAServiceOfTheBrandsOwnFromItsCode() {
        assertThat(event("BROW_TINT", Locale.GERMAN).getSummary().getValue()).isEqualTo("Hairline: Brow tint");
    }

    private static VEvent event(String service, Locale language) {
        Instant start = Instant.parse("2027-05-03T09:00:00Z");
        CalendarFeed.Entry entry = new CalendarFeed.Entry(
                "apt_1", 1, service, start, start.plusSeconds(3600), "Europe/London", "Hairline", "+442071234567");
        return Biweekly.parse(CalendarFeed.write(List.of(entry), language, start))
                .first()
                .getEvents()
                .getFirst();
    }
}
