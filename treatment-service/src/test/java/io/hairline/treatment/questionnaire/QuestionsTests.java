package io.hairline.treatment.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.contracts.QuestionnaireId;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        questions.requireAnswerableByDoctor(List.of("DIABETES", "EPILEPSY"), "findings");

        for (String wrong : List.of(PEEL, "KELOIDS", "SHOE_SIZE")) {
            assertThatThrownBy(() -> questions.requireAnswerableByDoctor(List.of("DIABETES", wrong), "findings"))
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    void standAgainstATreatmentToTheLastDayOfTheWaiting() {
        HealthSummary health = summary(found(Map.of(), PEEL));
        LocalDate last = TODAY.plusDays(14);

        assertThat(health.waitsUntil(last)).contains(last);
        assertThat(health.outcomeOn(last, Set.of())).isEqualTo(HealthOutcome.WAIT);
        assertThat(health.waitsUntil(last.plusDays(1))).isEmpty();
        assertThat(health.outcomeOn(last.plusDays(1), Set.of())).isEqualTo(HealthOutcome.CLEAR);
    }

    @Test
    void areAnsweredByADoctorOneByOne() {
        HealthSummary health = summary(found(Map.of(), "DIABETES", "EPILEPSY"));

        assertThat(health.outcomeOn(TODAY, Set.of("DIABETES"))).isEqualTo(HealthOutcome.DOCTORS_NOTE);
        assertThat(health.outcomeOn(TODAY, Set.of("DIABETES", "EPILEPSY"))).isEqualTo(HealthOutcome.CLEAR);
    }

    private List<Contraindication> found(Map<String, LocalDate> told, String... yes) {
        Map<String, Boolean> answers = new HashMap<>();
        questions.all().forEach(it -> answers.put(it.code(), List.of(yes).contains(it.code())));
        return questions.weigh(answers, questions.ended(answers, told, TODAY), TODAY);
    }

    private static HealthSummary summary(List<Contraindication> findings) {
        return new HealthSummary(
                new QuestionnaireId(Ids.next(QuestionnaireId.PREFIX)),
                Instant.parse("2027-03-01T10:00:00Z"),
                Instant.parse("2027-09-01T10:00:00Z"),
                findings,
                false);
    }
}
