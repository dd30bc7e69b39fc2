package io.hairline.portal.forms;

import io.hairline.portal.chart.parts.Questionnaire;
import io.hairline.portal.language.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a client answered last, beside the questions as they are asked now.
 *
 * @param day on which it was answered, in words
 */
record LastAnswers(String id, String day, List<Line> lines) {

    LastAnswers {
        lines = List.copyOf(lines);
    }

    /** One question and what was answered. */
    record Line(String question, String answer) {}

    /**
     * Of those that the reader may see the newest, as long as they hold.
     *
     * @param seen the newest first
     */
    static Optional<LastAnswers> of(List<Questionnaire> seen, List<HealthQuestion> questions, Instant now) {
        return seen.stream()
                .findFirst()
                .filter(it -> it.validUntil() != null && now.isBefore(it.validUntil()))
                .map(it -> new LastAnswers(
                        it.id(),
                        it.day(),
                        questions.stream()
                                .map(one -> new Line(one.words(), words(it, one.code())))
                                .toList()));
    }

    private static String words(Questionnaire it, String code) {
        Boolean answer = Objects.requireNonNullElse(it.answers(), Map.<String, Boolean>of())
                .get(code);
        if (answer == null) {
            return Texts.text("chairside.health.unanswered");
        }
        LocalDate over = Objects.requireNonNullElse(it.endedOn(), Map.<String, LocalDate>of())
                .get(code);
        String said = Texts.text(answer ? "yes" : "no");
        return over == null ? said : said + ", " + Texts.text("chairside.health.over", Texts.date(over));
    }
}
