package io.hairline.portal.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.brand.Appointment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class TimelineTests {

    private static final OffsetDateTime START = OffsetDateTime.parse("2026-12-17T13:45:00+01:00");

    private static final Map<String, LocalDate> DONE_ON = Map.of("apt_1", LocalDate.of(2026, 12, 15));

    @BeforeEach
    void inEnglish() {
        LocaleContextHolder.setLocale(Locale.UK);
    }

    @AfterEach
    void inNoLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    private static TimelineStep consultation(String status, Instant now) {
        Appointment it = appointment("CONSULTATION", status, START);
        return new Timeline(List.of(it), List.of(), List.of(), DONE_ON, now)
                .steps()
                .getFirst();
    }

    private static Appointment appointment(String service, String status, OffsetDateTime start) {
        return new Appointment(
                "apt_1",
                1,
                status,
                "cli_1",
                "cln_1",
                "prc_1",
                null,
                service,
                start,
                start.plusMinutes(45),
                start.toLocalDateTime(),
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

    @Test
    void callsOneAppointmentNextAndThoseAfterItLater() {
        List<Appointment> booked = List.of(
                appointment("SESSION_1", "CONFIRMED", START),
                appointment("SESSION_2", "CONFIRMED", START.plusDays(14)));

        List<TimelineStep> steps = new Timeline(
                        booked,
                        List.of(),
                        List.of(),
                        Map.of(),
                        START.minusDays(1).toInstant())
                .steps();

        assertThat(steps)
                .filteredOn(it -> it.at() != null)
                .extracting(TimelineStep::state)
                .containsExactly(TimelineStep.State.NEXT, TimelineStep.State.OPEN);
    }

    @Test
    void namesTheDayOfWhatIsToCome() {
        assertThat(consultation("CONFIRMED", START.minusDays(1).toInstant()).detail())
                .contains("17 December 2026");
    }

    @Test
    void offersADayInsteadOfOneThatHasGoneBy() {
        TimelineStep step = consultation("CONFIRMED", START.plusYears(4).toInstant());

        assertThat(step.detail()).doesNotContain("2026");
        assertThat(step.link()).isEqualTo("/book?service=CONSULTATION");
    }

    @Test
    void keepsTheVisitThatTakesLongerThanPlanned() {
        assertThat(consultation("IN_CHAIR", START.plusHours(2).toInstant()).detail())
                .contains("17 December 2026");
    }

    @Test
    void showsWhatWasDoneOnTheDayItWasDone() {
        assertThat(consultation("COMPLETED", START.plusYears(4).toInstant()).detail())
                .contains("15 December 2026");
    }

    @Test
    void takesAHeldSlotForNoAppointmentYet() {
        assertThat(consultation("HELD", START.minusDays(1).toInstant()).link()).isEqualTo("/book?service=CONSULTATION");
    }

    @Test
    void callsWhatWasHeldDone() {
        assertThat(consultation("COMPLETED", START.plusYears(4).toInstant()).state())
                .isEqualTo(TimelineStep.State.DONE);
    }

    @Test
    void saysUntilWhenASessionIsHeldForTheDeposit() {
        Appointment held = new Appointment(
                "apt_1",
                1,
                "HELD",
                "cli_1",
                "cln_1",
                "prc_1",
                null,
                "SESSION_1",
                START,
                START.plusMinutes(240),
                START.toLocalDateTime(),
                "Europe/Berlin",
                "crs_1",
                null,
                null,
                null,
                null,
                null,
                START.minusDays(3).toInstant(),
                null);

        TimelineStep step = new Timeline(
                        List.of(held),
                        List.of(),
                        List.of(),
                        Map.of(),
                        START.minusDays(4).toInstant())
                .steps().stream().filter(it -> it.at() != null).findFirst().orElseThrow();

        assertThat(step.detail()).contains("17 December 2026", "14 December 2026", "deposit");
        assertThat(step.link()).isEqualTo("/me/courses/crs_1/deposit");
    }
}
