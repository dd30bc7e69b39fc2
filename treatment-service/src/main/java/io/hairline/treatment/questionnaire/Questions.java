package io.hairline.treatment.questionnaire;

import io.hairline.contracts.headoffice.ContraindicationEffect;
import io.hairline.kit.Refusal;
import io.hairline.treatment.referencedata.HealthRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The questions, as {@code questions.json} has them. Its version grows with each change of a question, so that an answer tells
 * what was asked.
 */
@Component
class Questions {

    private final int version;
    private final List<Question> all;
    private final Map<String, Question> byCode;

    Questions(JsonMapper json) {
        try (InputStream in = new ClassPathResource("questions.json").getInputStream()) {
            Catalogue read = json.readValue(in, Catalogue.class);
            version = read.version();
            all = read.questions();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byCode = all.stream().collect(Collectors.toMap(Question::code, Function.identity()));
    }

    /** The file. */
    record Catalogue(int version, List<Question> questions) {
        Catalogue {
            questions = List.copyOf(questions);
        }
    }

    int version() {
        return version;
    }

    /** Refuses codes of which none needs a doctor's note where these rules hold. */
    static void requireAnswerableByDoctor(Collection<String> codes, String field, HealthRules rules) {
        boolean known = codes.stream()
                .allMatch(it -> rules.find(it)
                        .filter(rule -> rule.effect() == ContraindicationEffect.DOCTORS_NOTE)
                        .isPresent());
        if (!known) {
            throw Refusal.input(field, "must be codes of questions with the effect DOCTORS_NOTE");
        }
    }

    List<Question> all() {
        return all;
    }

    /**
     * Since when each yes that waiting mends is over, as it was told; the day of the answer where it wasn't.
     *
     * @throws Refusal if a day is named for anything else, or is still to come
     */
    Map<String, LocalDate> ended(
            Map<String, Boolean> answers, Map<String, LocalDate> told, LocalDate today, HealthRules rules) {
        told.forEach((code, day) -> {
            Question asked = byCode.get(code);
            if (asked == null || !asked.asksSince(rules) || !Boolean.TRUE.equals(answers.get(code))) {
                throw Refusal.input("endedOn." + code, "goes with a yes to a question that has waitDays");
            }
            if (day.isAfter(today)) {
                throw Refusal.input("endedOn." + code, "can't be after " + today);
            }
        });
        return all.stream()
                .filter(it -> it.asksSince(rules) && Boolean.TRUE.equals(answers.get(it.code())))
                .collect(Collectors.toUnmodifiableMap(Question::code, it -> told.getOrDefault(it.code(), today)));
    }

    /** Refuses answers to what wasn't asked, and questions without an answer. */
    void requireComplete(Map<String, Boolean> answers) {
        answers.keySet().stream()
                .filter(it -> !byCode.containsKey(it))
                .findFirst()
                .ifPresent(_ -> {
                    throw Refusal.input(
                            "answers", "must name our questions; GET /api/v1/questionnaires/questions lists them");
                });
        all.stream()
                .filter(it -> !it.optional() && !answers.containsKey(it.code()))
                .findFirst()
                .ifPresent(it -> {
                    throw Refusal.input("answers." + it.code(), "needs an answer, true or false");
                });
    }

    /** The time that each question asks about where these rules hold. */
    Map<String, Integer> askedDays(HealthRules rules) {
        Map<String, Integer> days = new HashMap<>();
        all.forEach(it -> {
            @Nullable Integer asked = it.daysUnder(rules);
            if (asked != null) {
                days.put(it.code(), asked);
            }
        });
        return Map.copyOf(days);
    }

    /**
     * What each yes means where these rules hold.
     *
     * @param ended as {@link #ended} says
     * @param answeredOn the local day of the answers
     */
    static List<Contraindication> weigh(
            Map<String, Boolean> answers, Map<String, LocalDate> ended, LocalDate answeredOn, HealthRules rules) {
        return rules.rules().stream()
                .filter(it -> it.effect() != ContraindicationEffect.NONE && Boolean.TRUE.equals(answers.get(it.code())))
                .map(it -> Contraindication.of(it, ended.getOrDefault(it.code(), answeredOn)))
                .toList();
    }
}
