package io.hairline.treatment.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.contracts.QuestionnaireId;
import io.hairline.contracts.headoffice.ContraindicationEffect;
import io.hairline.contracts.headoffice.ContraindicationRule;
import io.hairline.contracts.headoffice.Contraindications;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.treatment.referencedata.HealthRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class QuestionsTests {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final String PEEL = "CHEMICAL_PEEL";

    private final Questions questions = new Questions(JsonMapper.shared());

    @Test
    void waitFromTheDayOnWhichItEnded() {
        LocalDate ended = TODAY.minusDays(10);

        assertThat(found(Map.of(PEEL, ended), PEEL))
                .containsExactly(new Contraindication(PEEL, ContraindicationEffect.WAIT, ended.plusDays(14)));
    }

    @Test
    void waitFromTheDayOfTheAnswerWhereNobodySaidWhenItEnded() {
        assertThat(found(Map.of(), PEEL))
                .containsExactly(new Contraindication(PEEL, ContraindicationEffect.WAIT, TODAY.plusDays(14)));
    }

    @Test
    void takeADayForAYesThatWaitingMendsAlone() {
        for (Map<String, LocalDate> wrong : List.of(
                Map.of(PEEL, TODAY.plusDays(1)),
                Map.of("DIABETES", TODAY),
                Map.of("BOTOX", TODAY),
                Map.of("X", TODAY))) {
            assertThatThrownBy(() -> found(wrong, PEEL, "DIABETES")).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void askADoctorOnlyAboutWhatADoctorAnswersFor() {
        Questions.requireAnswerableByDoctor(List.of("DIABETES", "EPILEPSY"), "findings", HealthRules.DEFAULT);

        for (String wrong : List.of(PEEL, "KELOIDS", "SHOE_SIZE")) {
            assertThatThrownBy(() -> Questions.requireAnswerableByDoctor(
                            List.of("DIABETES", wrong), "findings", HealthRules.DEFAULT))
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    void standAgainstATreatmentToTheLastDayOfTheWaiting() {
        HealthFindings health = new HealthFindings(found(Map.of(), PEEL));
        LocalDate last = TODAY.plusDays(14);

        assertThat(health.waitsUntil(last)).contains(last);
        assertThat(health.outcomeOn(last, Set.of())).isEqualTo(HealthOutcome.WAIT);
        assertThat(health.waitsUntil(last.plusDays(1))).isEmpty();
        assertThat(health.outcomeOn(last.plusDays(1), Set.of())).isEqualTo(HealthOutcome.CLEAR);
    }

    @Test
    void areAnsweredByADoctorOneByOne() {
        HealthFindings health = new HealthFindings(found(Map.of(), "DIABETES", "EPILEPSY"));

        assertThat(health.outcomeOn(TODAY, Set.of("DIABETES"))).isEqualTo(HealthOutcome.DOCTORS_NOTE);
        assertThat(health.outcomeOn(TODAY, Set.of("DIABETES", "EPILEPSY"))).isEqualTo(HealthOutcome.CLEAR);
    }

    @Test
    void haveARuleEachUnlessTheyAreOptional() {
        assertThat(questions.all().stream().filter(it -> !it.optional()).map(Question::code))
                .containsExactlyElementsOf(Contraindications.DEFAULT.stream()
                        .map(ContraindicationRule::code)
                        .toList());
    }

    @Test
    void meanWhatTheRulesOfTheClinicSay() {
        HealthSummary health = summary(null, PEEL, "EPILEPSY");

        assertThat(health.under(rules(new ContraindicationRule(PEEL, ContraindicationEffect.WAIT, 30)))
                        .waitsUntil(TODAY))
                .contains(TODAY.plusDays(30));
        assertThat(health.under(rules(new ContraindicationRule("EPILEPSY", ContraindicationEffect.BLOCK, null)))
                        .areBlocking())
                .isTrue();
        assertThat(health.under(rules(
                                new ContraindicationRule(PEEL, ContraindicationEffect.NONE, null),
                                new ContraindicationRule("EPILEPSY", ContraindicationEffect.WARN, null)))
                        .outcomeOn(TODAY, Set.of()))
                .isEqualTo(HealthOutcome.WARN);
    }

    @Test
    void nameTheTimeThatTheRuleAsksAbout() {
        Question peel = questions.all().stream()
                .filter(it -> it.code().equals(PEEL))
                .findFirst()
                .orElseThrow();

        assertThat(peel.under(HealthRules.DEFAULT).texts().get("en")).contains("in the last 14 days");
        assertThat(peel.under(rules(new ContraindicationRule(PEEL, ContraindicationEffect.WAIT, 30)))
                        .texts()
                        .values())
                .allSatisfy(it -> assertThat(it).contains("30").doesNotContain("{"));
        assertThat(questions.all().stream().flatMap(it -> it.under(HealthRules.DEFAULT).texts().values().stream()))
                .noneMatch(it -> it.contains("{"));
    }

    @Test
    void areAskedAgainWhereANoWasAboutAShorterTime() {
        HealthRules longer = rules(new ContraindicationRule(PEEL, ContraindicationEffect.WAIT, 30));

        assertThat(summary(null).isOutgrownBy(longer)).isTrue();
        assertThat(summary(null).isOutgrownBy(HealthRules.DEFAULT)).isFalse();
        assertThat(summary(questions.askedDays(longer)).isOutgrownBy(longer)).isFalse();
        assertThat(summary(null, PEEL).isOutgrownBy(longer)).isFalse();
        assertThat(summary(null).isOutgrownBy(rules(new ContraindicationRule(PEEL, ContraindicationEffect.WAIT, 7))))
                .isFalse();
    }

    private static HealthRules rules(ContraindicationRule... changed) {
        return new HealthRules(
                Contraindications.DEFAULT.stream()
                        .map(it -> Contraindications.find(List.of(changed), it.code())
                                .orElse(it))
                        .toList(),
                List.of());
    }

    private Map<String, Boolean> answers(String... yes) {
        Map<String, Boolean> answers = new HashMap<>();
        questions.all().forEach(it -> answers.put(it.code(), List.of(yes).contains(it.code())));
        return answers;
    }

    private List<Contraindication> found(Map<String, LocalDate> told, String... yes) {
        Map<String, Boolean> answers = answers(yes);
        return Questions.weigh(
                answers, questions.ended(answers, told, TODAY, HealthRules.DEFAULT), TODAY, HealthRules.DEFAULT);
    }

    private HealthSummary summary(@Nullable Map<String, Integer> askedDays, String... yes) {
        return new HealthSummary(
                new QuestionnaireId(Ids.next(QuestionnaireId.PREFIX)),
                Instant.parse("2027-03-01T10:00:00Z"),
                Instant.parse("2027-09-01T10:00:00Z"),
                TODAY,
                new HealthSummary.Answers(answers(yes), Map.of(), askedDays),
                questions.all());
    }
}
