package io.hairline.portal.forms;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.chart.parts.Questionnaire;
import io.hairline.portal.clinic.ClinicFrame;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.pages.RenderedSection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.util.LinkedMultiValueMap;

/** What a client is asked about health beside the chair, and sees on the tablet. */
class ChairsideQuestionnaireTests {

    private static final Instant ANSWERED = Instant.parse("2027-03-01T10:00:00Z");
    private static final Instant UNTIL = Instant.parse("2027-09-01T10:00:00Z");
    private static final List<HealthQuestion> QUESTIONS =
            List.of(question("DIABETES"), question("BOTOX"), question("KELOIDS"));

    @BeforeEach
    void speakEnglish() {
        LocaleContextHolder.setLocale(Locale.UK);
    }

    @AfterEach
    void speakAsBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void showsTheLastAnswersBesideTheQuestionsAsTheyAreAskedNow() {
        LastAnswers last = lastAt(UNTIL.minusMillis(1)).orElseThrow();

        assertThat(last.id()).isEqualTo("qst_2");
        assertThat(last.lines())
                .containsExactly(
                        new LastAnswers.Line("DIABETES?", "No"),
                        new LastAnswers.Line("BOTOX?", "Yes, over on 1 Feb 2027"),
                        new LastAnswers.Line("KELOIDS?", "Not answered"));
    }

    @Test
    void repeatsNoAnswersThatDoNotHoldAnyMore() {
        assertThat(lastAt(UNTIL)).isEmpty();
        assertThat(LastAnswers.of(List.of(), QUESTIONS, ANSWERED)).isEmpty();
    }

    @Test
    void asksForTheClientsSignatureUnderTheLastAnswers() {
        String page = RenderedSection.of(
                "health-same", "health-since", model(lastAt(ANSWERED).orElseThrow(), SubmittedForm.empty()));

        assertThat(page)
                .contains("Has anything changed since 1 Mar 2027?", "BOTOX?", "Yes, over on 1 Feb 2027")
                .contains("name=\"questionnaireId\" value=\"qst_2\"", "name=\"signedName\"", "data-draw=\"drawing\"")
                .contains("action=\"/at/health\"");
    }

    /** A name that was typed wrong is corrected, not typed again. */
    @Test
    void keepsTheTypedNameWhenTheSignatureIsRefused() {
        LinkedMultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("signedName", "Robin Mor");

        assertThat(RenderedSection.of(
                        "health-same",
                        "health-since",
                        model(lastAt(ANSWERED).orElseThrow(), new SubmittedForm(fields))))
                .contains("value=\"Robin Mor\"");
    }

    /** Somebody else may sign for a client who can't; one of the staff says why. */
    @Test
    void takesAReasonForAnotherNameFromTheStaffAlone() {
        Map<String, Object> model = model(lastAt(ANSWERED).orElseThrow(), SubmittedForm.empty());
        assertThat(RenderedSection.of("health-same", "health-since", model)).doesNotContain("overrideReason");
        model.put("may", new ClinicFrame.Permissions(true, true, false, false, false, true));
        assertThat(RenderedSection.of("health-same", "health-since", model))
                .contains("Why another name is signed", "name=\"overrideReason\"");

        LinkedMultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("signedName", "Robin Mor");
        fields.add("overrideReason", "");
        assertThat(new SubmittedForm(fields).signature()).isEqualTo(Map.of("signedName", "Robin Mor"));
        fields.set("overrideReason", "The client can't write.");
        assertThat(new SubmittedForm(fields).signature())
                .isEqualTo(Map.of("signedName", "Robin Mor", "overrideReason", "The client can't write."));
    }

    private static Map<String, Object> model(LastAnswers last, SubmittedForm form) {
        Map<String, Object> model = new HashMap<>();
        model.put("last", last);
        model.put("form", form);
        return model;
    }

    private static Optional<LastAnswers> lastAt(Instant now) {
        return LastAnswers.of(
                List.of(
                        answered("qst_2", ANSWERED, UNTIL, Map.of("DIABETES", false, "BOTOX", true)),
                        answered("qst_1", ANSWERED.minusSeconds(60), UNTIL, Map.of("DIABETES", true))),
                QUESTIONS,
                now);
    }

    private static Questionnaire answered(
            String id, Instant at, @Nullable Instant until, Map<String, Boolean> answers) {
        return new Questionnaire(
                id, at, until, answers, Map.of("BOTOX", LocalDate.of(2027, 2, 1)), List.of(), List.of());
    }

    private static HealthQuestion question(String code) {
        return new HealthQuestion(code, null, null, Map.of("en", code + "?"));
    }
}
