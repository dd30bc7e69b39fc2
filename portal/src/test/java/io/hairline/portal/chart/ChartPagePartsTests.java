package io.hairline.portal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Money;
import io.hairline.portal.brand.Numbing;
import io.hairline.portal.brand.PolicyVersion;
import io.hairline.portal.brand.PricedSession;
import io.hairline.portal.brand.Risk;
import io.hairline.portal.chart.parts.AdverseEvent;
import io.hairline.portal.chart.parts.AftercareReply;
import io.hairline.portal.chart.parts.ChartEntry;
import io.hairline.portal.chart.parts.ChartParts;
import io.hairline.portal.chart.parts.ChartPhoto;
import io.hairline.portal.chart.parts.ChartPlan;
import io.hairline.portal.chart.parts.ChartSession;
import io.hairline.portal.chart.parts.Consent;
import io.hairline.portal.chart.parts.Consultation;
import io.hairline.portal.chart.parts.HairlineApproval;
import io.hairline.portal.chart.parts.PatchTest;
import io.hairline.portal.chart.parts.Questionnaire;
import io.hairline.portal.chart.parts.SelfCheck;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.pages.RenderedSection;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

/** The parts of the chart's pages about what is written outside a session, as a browser gets them. */
class ChartPagePartsTests {

    private static final Instant AT = Instant.parse("2027-03-01T10:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    /** Who looks. */
    record May(boolean charts) {}

    @Test
    void showAllergiesThatCountAndThoseThatWereWithdrawn() {
        ChartParts all = parts(
                List.of(allergy("PIGMENT", null), allergy("LATEX", "It was another client.")), List.of(), List.of());

        String page = rendered("chart", "entries-title", Map.of("all", all, "may", new May(true)));

        assertThat(page)
                .contains("Pigment: Rash, severe, since 2019", "Latex: Rash", "It was another client.")
                .containsOnlyOnce("/entry-withdrawal")
                .contains("/allergy", "/note", "No doctor’s note is on file.");
    }

    @Test
    void askForADoctorsNoteOnlyAboutAnswersThatNeedOne() {
        ChartParts without = parts(List.of(), List.of(), List.of());
        ChartParts with = parts(List.of(), List.of(), List.of(answered("DIABETES", "DOCTORS_NOTE", null)));

        assertThat(rendered("chart", "entries-title", Map.of("all", without, "may", new May(true))))
                .doesNotContain("/doctors-note");
        assertThat(rendered("chart", "entries-title", Map.of("all", with, "may", new May(true))))
                .contains("/doctors-note", "Diabetes");
        assertThat(rendered("chart", "entries-title", Map.of("all", with, "may", new May(false))))
                .doesNotContain("<form");
    }

    @Test
    void offerThePhotosOfTheChartForADoctorsNoteAndLinkTheOneThatShowsIt() {
        ChartEntry note = new ChartEntry(
                "ent_1",
                "cln_1",
                1,
                AT,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "Dr Vega",
                List.of("DIABETES"),
                DAY,
                DAY.plusYears(1),
                "pho_1",
                null,
                null);
        ChartParts all = new ChartParts(
                null,
                null,
                null,
                null,
                List.of(answered("DIABETES", "DOCTORS_NOTE", null)),
                null,
                null,
                null,
                null,
                List.of(note),
                null,
                List.of(new ChartPhoto("pho_2", "FRONT", "BEFORE", AT)),
                null,
                null,
                null,
                null);

        String page = rendered(
                "chart",
                "entries-title",
                Map.of("all", all, "may", new May(true), "clinic", Map.of("id", "cln_1"), "clientId", "cli_1"));

        assertThat(page)
                .contains("name=\"photoId\"", "value=\"pho_2\"")
                .contains("/photos/pho_1\"", "A photo that shows it</a>");
    }

    @Test
    void sayOfAHairlineWhetherTheClientSignedItAsItIsDrawnNow() {
        Consultation drawn = drawn(new Consultation.Hairline("SOFT", 70, null, null, null));
        Consultation anew = drawn(new Consultation.Hairline("SHARP", 70, null, null, null));
        ChartParts all = new ChartParts(
                List.of(new HairlineApproval(
                        "con_1", new Consultation.Hairline("SOFT", 70, null, null, null), null, AT)),
                null,
                null,
                List.of(drawn),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                true,
                null);

        assertThat(all.approvalOf(drawn)).contains("by signature on", "2027");
        assertThat(all.approvalOf(anew)).contains("has yet to approve");
        assertThat(all.approvalOf(drawn(null))).isNull();
    }

    private static Consultation drawn(Consultation.@Nullable Hairline hairline) {
        return new Consultation(
                "con_1",
                1L,
                "cln_1",
                AT,
                "RECEDING",
                null,
                null,
                "II",
                "OILY",
                "as before",
                hairline,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void showEachPlanWithItsPricesTheExplainedRisksAndNumbing() {
        Money price = new Money(new BigDecimal("900.00"), "EUR");
        ChartPlan plan = new ChartPlan(
                "pln_1",
                "ACCEPTED",
                "PERMANENT",
                List.of(new PricedSession("SESSION_1", price, null, null, null)),
                price,
                AT,
                AT,
                List.of("INFECTION"),
                new Numbing(true, "Lidocaine 5 %"));
        ChartParts all = new ChartParts(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(plan),
                true,
                null);
        List<Risk> risks = List.of(
                new Risk("INFECTION", Map.of("en", "The skin can be infected.")),
                new Risk("ALLERGY", Map.of("en", "Rarely an allergy.")));

        assertThat(rendered("chart", "plans-title", Map.of("all", all, "risks", risks)))
                .contains("Permanent", "Accepted", "900", "Yes, with Lidocaine 5 %", "The skin can be infected.")
                .doesNotContain("Rarely an allergy.");
        assertThat(all.planInForce()).isEqualTo(plan);
        assertThat(rendered("chart", "plans-title", Map.of("all", ChartParts.none(), "risks", risks)))
                .doesNotContain("Plans");
    }

    @Test
    void leadToEachFormAsItWasSigned() {
        ChartParts all = new ChartParts(
                null,
                null,
                null,
                null,
                null,
                List.of(new Consent("cns_1", "TREATMENT", AT, null)),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        assertThat(correctable(all, "cln_1")).contains("/clinic/cln_1/clients/cli_1/chart/consents/cns_1/form");
    }

    @Test
    void showWhatTheClientSaysOfTheColourYearByYear() {
        SelfCheck answered = new SelfCheck("sch_1", 1, AT, false, "MUCH_LIGHTER", AT, true);
        SelfCheck open = new SelfCheck("sch_2", 2, AT, true, null, null, false);
        ChartParts all = new ChartParts(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(open, answered),
                null,
                null,
                null);

        assertThat(rendered("chart", "colour-title", Map.of("all", all)))
                .contains("Year 2: how it looks", "Year 1: how it looks", "Much lighter")
                .containsOnlyOnce("We suggest that somebody looks at it.");
        assertThat(rendered("chart", "colour-title", Map.of("all", ChartParts.none())))
                .doesNotContain("how it looks");
    }

    @Test
    void offerTheLastSessionInAnotherClinicAndLeaveItsHarmToTheClinicThatReportedIt() {
        AdverseEvent elsewhere =
                new AdverseEvent("adv_1", "cln_2", 1L, "SERIOUS", null, AT, null, null, null, null, true);
        ChartParts all = new ChartParts(
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(elsewhere),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        assertThat(harms(all))
                .contains("After a session in another clinic", "value=\"ELSEWHERE\"")
                .contains("The last session in another clinic")
                .doesNotContain("/follow-up", "/close");
    }

    @Test
    void nameTheReportsThatAreOpenBeforeAnotherIsMade() {
        AdverseEvent open =
                new AdverseEvent("adv_1", "cln_1", 1L, "SERIOUS", "Swelling", AT, null, null, null, null, false);
        AdverseEvent closed =
                new AdverseEvent("adv_2", "cln_1", 1L, "MILD", "Redness", AT, null, "RECOVERED", null, null, false);

        assertThat(harms(List.of(closed, open))).contains("Still open: Serious · 1 Mar 2027.", "follow that report up");
        assertThat(harms(List.of(closed))).doesNotContain("Still open");
    }

    @Test
    void offersTheFollowUpOfAHarmWhereItWasReportedAlone() {
        AdverseEvent here =
                new AdverseEvent("adv_1", "cln_1", 1L, "MILD", "Redness", AT, null, null, null, null, false);
        AdverseEvent there =
                new AdverseEvent("adv_2", "cln_2", 1L, "MILD", "Redness", AT, null, null, null, null, false);

        assertThat(harms(List.of(here))).contains("/follow-up", "/close");
        assertThat(harms(List.of(there))).contains("Redness").doesNotContain("/follow-up", "/close", "Still open");
    }

    @Test
    void offerNothingToWriteAboutAClientWhoComesToNoneOfTheReadersClinics() {
        ChartParts all = parts(List.of(), List.of(), List.of(answered("DIABETES", "DOCTORS_NOTE", null)));
        Map<String, Object> model = Map.of("all", all, "may", new May(true), "lots", List.of(), "stranger", true);

        assertThat(rendered("chart", "entries-title", model)).doesNotContain("<form");
        assertThat(rendered("chart", "harm-title", model)).doesNotContain("<form");
    }

    @Test
    void askForTheReasonOfAnEmergencyInOneLineAsItIsTaken() {
        Map<String, Object> model =
                Map.of("may", new May(true), "chart", new PagePart<ChartParts>(null, "closed"), "clientId", "cli_1");

        assertThat(rendered("chart", "emergency-title", model))
                .containsPattern("<input id=\"emergency\" name=\"reason\" [^>]*maxlength=\"500\"")
                .doesNotContain("<textarea");
    }

    @Test
    void leaveEntriesAndSessionsOfAnotherClinicToThatClinic() {
        ChartParts all = new ChartParts(
                null,
                List.of(session("ses_1", "cln_1"), session("ses_2", "cln_2")),
                List.of(new PatchTest("ptt_1", "cln_1", AT, AT, "PASS", false, null)),
                null,
                null,
                null,
                null,
                List.of(new AftercareReply("acr_1", "cln_1", 1L, "Is it normal?", null, AT, null)),
                List.of(allergy("LATEX", null)),
                null,
                null,
                null,
                null,
                null,
                true,
                null);

        for (String part : List.of("entries-title", "before-title", "questions-title")) {
            assertThat(seenIn("cln_1", part, all)).contains(actions(part));
            assertThat(seenIn("cln_2", part, all)).doesNotContain(actions(part));
        }
        assertThat(seenIn("cln_1", "sessions-title", all))
                .contains("/addendum", "value=\"ses_1\"")
                .doesNotContain("value=\"ses_2\"");
        assertThat(seenIn("cln_3", "sessions-title", all)).doesNotContain("/addendum");
        assertThat(seenIn("cln_2", "harm-title", all))
                .contains("value=\"ses_2\"")
                .doesNotContain("value=\"ses_1\"");
    }

    private static String actions(String part) {
        return switch (part) {
            case "entries-title" -> "/entry-withdrawal";
            case "before-title" -> "/patch-test-correction";
            default -> "/answer";
        };
    }

    private static String seenIn(String clinic, String heading, ChartParts all) {
        return rendered(
                "chart",
                heading,
                Map.of(
                        "all",
                        all,
                        "may",
                        new May(true),
                        "lots",
                        List.of(),
                        "clinic",
                        Map.of("id", clinic),
                        "clientId",
                        "cli_1",
                        "records",
                        List.of()));
    }

    private static ChartSession session(String id, String clinic) {
        return new ChartSession(
                id,
                "COMPLETED",
                "apt_1",
                clinic,
                "prc_1",
                null,
                "SESSION_1",
                AT,
                AT,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static String harms(List<AdverseEvent> harms) {
        return harms(new ChartParts(
                null, null, null, null, null, null, harms, null, null, null, null, null, null, null, null, null));
    }

    private static String harms(ChartParts all) {
        return rendered(
                "chart",
                "harm-title",
                Map.of("all", all, "may", new May(true), "lots", List.of(), "clinic", Map.of("id", "cln_1")));
    }

    @Test
    void showWhatAConsultationWroteDownAndUntilWhenAnAnswerWaits() {
        Consultation held = held(List.of());
        ChartParts all = new ChartParts(
                null,
                null,
                null,
                List.of(held),
                List.of(answered("BOTOX", "WAIT", DAY)),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        assertThat(rendered("chart", "before-title", Map.of("all", all, "may", new May(false))))
                .contains(
                        "The scalp: Scar tissue, Thin skin",
                        "Behind the ear.",
                        "Skin: Oily",
                        "Hairline: Soft, brow to hairline 65 mm, recession – mm, shade: Ash 3")
                .contains("Hair loss since 2016, course: Slow, tried: Minoxidil", "Since the exams.")
                .contains("Wished shape: –, density: Light, colour: Blond", "Like at twenty.", "Like at thirty.")
                .contains("wait, up to and including")
                .contains("Judged by these rules: brand, version 3");
    }

    @Test
    void offerToCorrectAConsultationInTheClinicThatWroteItAndShowWhatWasWrong() {
        ChartParts all = charted(held(List.of(corrected("Kim"))));

        String here = correctable(all, "cln_1");
        assertThat(here)
                .contains("/at/consultation-correction", "name=\"consultationId\" value=\"con_1\"")
                .contains("name=\"version\" value=\"2\"", "value=\"OILY\" selected=\"selected\"")
                .contains(
                        "value=\"RECEDING\" selected",
                        "value=\"MINOXIDIL\" checked=\"checked\"",
                        ">A hairline.</textarea>")
                .doesNotContain("value=\"LASER\" checked", "value=\"true\" checked");
        assertThat(here)
                .containsPattern("Corrected on .* by Kim")
                .contains("Another client’s.", "Skin: Dry", "Hide it.");
        assertThat(correctable(all, "cln_2")).contains("Skin: Dry").doesNotContain("consultation-correction");
    }

    /** Otherwise a correction of the correction would overwrite what somebody else has corrected meanwhile. */
    @Test
    void keepTheVersionThatARefusedCorrectionWasFilledInFor() {
        LinkedMultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("consultationId", "con_1");
        fields.add("version", "1");
        Map<String, Object> model = Map.of(
                "all",
                charted(held(List.of())),
                "may",
                new May(true),
                "clinic",
                Map.of("id", "cln_1"),
                "clientId",
                "cli_1",
                "form",
                new SubmittedForm(fields));

        assertThat(rendered("chart", "before-title", model)).contains("name=\"version\" value=\"1\"");
    }

    @Test
    void sayThatStaffCorrectedAConsultationWhereTheNameIsUnknown() {
        ChartParts all = charted(held(List.of(corrected(null))));

        assertThat(correctable(all, "cln_1")).containsPattern("Corrected on .* by the clinic’s staff");
    }

    private static String correctable(ChartParts all, String clinic) {
        return rendered(
                "chart",
                "before-title",
                Map.of("all", all, "may", new May(true), "clinic", Map.of("id", clinic), "clientId", "cli_1"));
    }

    private static Consultation.Correction corrected(@Nullable String byName) {
        Consultation wrong = new Consultation(
                null,
                null,
                null,
                null,
                "SCAR",
                null,
                null,
                "V",
                "DRY",
                "Hide it.",
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new Consultation.Correction(wrong, AT, byName, "Another client’s.", null);
    }

    private static ChartParts charted(Consultation it) {
        return new ChartParts(
                null, null, null, List.of(it), null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static Consultation held(List<Consultation.Correction> corrections) {
        return new Consultation(
                "con_1",
                2L,
                "cln_1",
                AT,
                "RECEDING",
                "III",
                null,
                "II",
                "OILY",
                "A hairline.",
                new Consultation.Hairline("SOFT", 65, null, "Ash 3", null),
                new Consultation.HairLoss(2016, "SLOW", List.of("MINOXIDIL"), "Since the exams."),
                new Consultation.Wish(null, "LIGHT", "BLOND"),
                new Consultation.Expectations("Like at twenty.", "Like at thirty."),
                corrections,
                new Consultation.Examination(List.of("SCAR_TISSUE", "THIN_SKIN"), "Behind the ear."),
                null);
    }

    private static Questionnaire answered(String code, String effect, @Nullable LocalDate until) {
        return new Questionnaire(
                "qst_1",
                AT,
                AT,
                Map.of(code, true),
                null,
                List.of(new Questionnaire.Finding(code, effect, until)),
                List.of(new PolicyVersion("BRAND", 3)));
    }

    private static ChartParts parts(List<ChartEntry> allergies, List<ChartEntry> notes, List<Questionnaire> answers) {
        return new ChartParts(
                null, null, null, null, answers, null, null, null, allergies, null, notes, null, null, null, null,
                null);
    }

    private static ChartEntry allergy(String substance, @Nullable String withdrawn) {
        return new ChartEntry(
                "ent_" + substance,
                "cln_1",
                1,
                AT,
                withdrawn == null ? null : AT,
                withdrawn,
                substance,
                null,
                "RASH",
                "SEVERE",
                2019,
                "CLIENT",
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static String rendered(String template, String heading, Map<String, Object> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.putIfAbsent("clinic", Map.of("id", "cln_1"));
        all.putIfAbsent("stranger", false);
        return RenderedSection.of(template, heading, all);
    }
}
