package io.hairline.treatment.questionnaire;

import java.util.Map;

/**
 * A question that yes or no answers.
 *
 * @param texts by language
 */
record Question(String code, ContraindicationEffect effect, boolean optional, Map<String, String> texts) {

    Question {
        texts = Map.copyOf(texts);
    }
}
