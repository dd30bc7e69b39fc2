package io.hairline.treatment.questionnaire;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question that yes or no answers.
 *
 * @param waitDays how long a treatment has to wait after what is asked for ended; absent where no number of days says it
 * @param texts by language
 */
record Question(
        String code,
        ContraindicationEffect effect,
        @Nullable Integer waitDays,
        boolean optional,
        Map<String, String> texts) {

    Question {
        texts = Map.copyOf(texts);
    }

    /** What a yes means when it ended on this local day. */
    Contraindication found(LocalDate endedOn) {
        return new Contraindication(code, effect, waitDays == null ? null : endedOn.plusDays(waitDays));
    }
}
