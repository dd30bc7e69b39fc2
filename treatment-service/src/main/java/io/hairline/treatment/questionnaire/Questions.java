package io.hairline.treatment.questionnaire;

import io.hairline.kit.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The questions and their weight, as {@code questions.json} has them. */
@Component
class Questions {

    private final List<Question> all;
    private final Map<String, Question> byCode;

    Questions(JsonMapper json) {
        try (InputStream in = new ClassPathResource("questions.json").getInputStream()) {
            all = json.readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byCode = all.stream().collect(Collectors.toMap(Question::code, Function.identity()));
    }

    List<Question> all() {
        return all;
    }

    /** Refuses answers to what wasn't asked, and questions without an answer. */
    List<Contraindication> weigh(Map<String, Boolean> answers) {
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
        return all.stream()
                .filter(it -> it.effect() != ContraindicationEffect.NONE && Boolean.TRUE.equals(answers.get(it.code())))
                .map(it -> new Contraindication(it.code(), it.effect()))
                .toList();
    }
}
