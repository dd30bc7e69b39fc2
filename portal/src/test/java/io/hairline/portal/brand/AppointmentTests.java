package io.hairline.portal.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class AppointmentTests {

    @BeforeEach
    void inEnglish() {
        LocaleContextHolder.setLocale(Locale.UK);
    }

    @AfterEach
    void inNoLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void endsByTheClinicsClockAlsoOnTheDayThatItIsPutForward() {
        Appointment overTheGap = between("2027-03-28T00:30:00Z", "2027-03-28T01:15:00Z", "2027-03-28T01:30");

        assertThat(overTheGap.localEnd()).isEqualTo("2027-03-28T03:15");
    }

    @Test
    void namesTheClinicsZoneToReadersWhoseClocksDiffer() {
        Appointment it = between("2026-12-01T08:00:00Z", "2026-12-01T08:45:00Z", "2026-12-01T09:00");

        assertThat(it.zoneNote("Europe/London")).contains("Central European");
        assertThat(it.zoneNote("Europe/Vienna")).isEmpty();
    }

    @Test
    void offersNoStepThatTheServiceDoesNotName() {
        Appointment it = between("2026-12-01T09:00:00+01:00", "2026-12-01T09:45:00+01:00", "2026-12-01T09:00");

        assertThat(it.can("CHECK_IN")).isFalse();
    }

    private static Appointment between(String start, String end, String localStart) {
        return new Appointment(
                "apt_1",
                1,
                "CONFIRMED",
                "cli_1",
                "cln_1",
                "prc_1",
                null,
                "CONSULTATION",
                OffsetDateTime.parse(start),
                OffsetDateTime.parse(end),
                LocalDateTime.parse(localStart),
                "Europe/Berlin",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
