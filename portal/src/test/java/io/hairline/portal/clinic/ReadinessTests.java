package io.hairline.portal.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.brand.Appointment;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

class ReadinessTests {

    @AfterEach
    void inNoLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({
        "en, The clinic is closed then",
        "de, Die Klinik ist dann geschlossen",
        "es, La clínica está cerrada a esa hora",
        "fr, La clinique est fermée à ce moment"
    })
    void saysAConflictInTheReadersLanguage(String language, String words) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));

        assertThat(step("CLINIC_CLOSED").reasonWords()).isEqualTo(words);
    }

    @Test
    void namesTheStepsThatKeepItRed() {
        Readiness red = new Readiness(
                "RED",
                List.of(
                        step("CLINIC_CLOSED"),
                        new Readiness.Step("CONSENT", "DONE", "CLIENT", "…", false, null, null, null)));

        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(red.isRed()).isTrue();
        assertThat(red.missing()).isEqualTo(step("CLINIC_CLOSED").name());
        assertThat(new Readiness("AMBER", List.of()).isRed()).isFalse();
    }

    @Test
    void saysWhoAnswersForAnOverriddenStepAndWhyInsteadOfWhatIsToDo() {
        LocaleContextHolder.setLocale(Locale.UK);
        Readiness.Step step = new Readiness.Step(
                "HAIRLINE",
                "OVERRIDDEN",
                "CLIENT",
                "…",
                false,
                LocalDate.of(2027, 3, 2),
                null,
                new Readiness.StepOverride("PRACTITIONER", "Kim", "The crown alone is treated."));

        assertThat(step.stateWords()).isEqualTo("overridden by Kim (Practitioner): The crown alone is treated.");
        assertThat(step.whoWords()).isEmpty();
        assertThat(step.dayWords()).isEmpty();
        assertThat(new Readiness.StepOverride("CLINIC_MANAGER", null, null).words())
                .isEqualTo("overridden by Clinic manager");
    }

    /** A slip of the finger on the tablet must not keep a client away. */
    @ParameterizedTest
    @CsvSource({"MISSING,true", "WARNING,true", "BLOCKED,true", "DONE,false", "OVERRIDDEN,false"})
    void leadsBackToTheQuestionsAboutHealthAlsoFromAnAnswerThatForbids(String state, boolean leads) {
        assertThat(new Readiness.Step("QUESTIONNAIRE", state, "CLIENT", "…", false, null, null, null).isAskedAtChair())
                .isEqualTo(leads);
    }

    @ParameterizedTest
    @CsvSource({"SESSION_1,true", "TOUCH_UP,true", "CONSULTATION,false", "PATCH_TEST,false"})
    void isOfAppointmentsInWhichSomebodyIsTreated(String service, boolean needed) {
        assertThat(Readiness.isFor(appointment(service, "CONFIRMED"))).isEqualTo(needed);
        assertThat(Readiness.isFor(appointment(service, "CANCELLED"))).isFalse();
    }

    private static Appointment appointment(String service, String status) {
        OffsetDateTime ten = OffsetDateTime.parse("2026-11-30T10:00:00+01:00");
        return new Appointment(
                "apt_1",
                1,
                status,
                "cli_1",
                "cln_1",
                "prc_1",
                null,
                service,
                ten,
                ten.plusMinutes(45),
                ten.toLocalDateTime(),
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

    private static Readiness.Step step(String reasonCode) {
        return new Readiness.Step("DIARY", "BLOCKED", "FRONT_DESK", "…", false, null, reasonCode, null);
    }
}
