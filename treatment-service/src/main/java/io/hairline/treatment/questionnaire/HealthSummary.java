package io.hairline.treatment.questionnaire;

import io.hairline.contracts.QuestionnaireId;
import io.hairline.treatment.referencedata.HealthRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client's last answers, and what they come to under the rules of a clinic.
 *
 * @param answeredAt when they were given, or given again unchanged
 * @param answeredOn the local day from which what was over by then is counted, where no day was told
 */
public record HealthSummary(
        QuestionnaireId id,
        Instant answeredAt,
        Instant validUntil,
        LocalDate answeredOn,
        Answers answers,
        List<Question> questions) {

    public HealthSummary {
        questions = List.copyOf(questions);
    }

    /**
     * What was answered.
     *
     * @param endedOn since when what waiting mends is over
     * @param askedDays the time that each question asked about; absent in answers from before it could be another one
     */
    record Answers(
            Map<String, Boolean> yes,
            Map<String, LocalDate> endedOn,
            @Nullable Map<String, Integer> askedDays) {
        Answers {
            yes = Map.copyOf(yes);
            endedOn = Map.copyOf(endedOn);
            askedDays = askedDays == null ? null : Map.copyOf(askedDays);
        }

        boolean isYes(String code) {
            return Boolean.TRUE.equals(yes.get(code));
        }
    }

    /** What the answers mean where these rules hold. */
    public HealthFindings under(HealthRules rules) {
        return new HealthFindings(Questions.weigh(answers.yes(), answers.endedOn(), answeredOn, rules));
    }

    /** Whether these rules ask about a longer time than the client was asked about: then a no is no answer any more. */
    public boolean isOutgrownBy(HealthRules rules) {
        return questions.stream().filter(it -> !answers.isYes(it.code())).anyMatch(it -> {
            @Nullable Integer now = it.daysUnder(rules);
            @Nullable Integer then = answers.askedDays() == null
                    ? it.asksDays()
                    : answers.askedDays().get(it.code());
            return now != null && then != null && now > then;
        });
    }

    /** The client works in the sun, where colour fades sooner. */
    public boolean outdoorWork() {
        return answers.isYes(Questionnaire.OUTDOOR_WORK);
    }

    public boolean isValidAt(Instant instant) {
        return instant.isBefore(validUntil);
    }
}
