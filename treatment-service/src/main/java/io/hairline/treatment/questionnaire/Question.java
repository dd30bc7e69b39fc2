package io.hairline.treatment.questionnaire;

import io.hairline.contracts.headoffice.ContraindicationEffect;
import io.hairline.contracts.headoffice.ContraindicationRule;
import io.hairline.treatment.referencedata.HealthRules;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A question that yes or no answers; what a yes means is head office's to say.
 *
 * @param asksDays the time before the answer that it asks about, where no rule names a longer or shorter one; absent where it
 *     asks about no time
 * @param texts by language; {@code {days}} stands for the time that it asks about
 */
record Question(String code, @Nullable Integer asksDays, boolean optional, Map<String, String> texts) {

    private static final String DAYS = "{days}";

    Question {
        texts = Map.copyOf(texts);
    }

    /**
     * The question as it is asked where these rules hold.
     *
     * @param waitDays how long a treatment has to wait after what is asked for ended; absent where no number of days says it
     * @param texts by language
     */
    record Asked(
            String code,
            ContraindicationEffect effect,
            @Nullable Integer waitDays,
            boolean optional,
            Map<String, String> texts) {
        Asked {
            texts = Map.copyOf(texts);
        }
    }

    Asked under(HealthRules rules) {
        @Nullable ContraindicationRule rule = rules.find(code).orElse(null);
        @Nullable Integer days = daysUnder(rules);
        Map<String, String> words = new HashMap<>();
        texts.forEach((language, text) ->
                words.put(language, days == null ? text : text.replace(DAYS, Integer.toString(days))));
        return new Asked(
                code, rule == null ? ContraindicationEffect.NONE : rule.effect(), waitDays(rules), optional, words);
    }

    /** The time that it asks about where these rules hold. */
    @Nullable Integer daysUnder(HealthRules rules) {
        return asksDays == null ? null : Objects.requireNonNullElse(waitDays(rules), asksDays);
    }

    /** Whether a yes may say since when it is over. */
    boolean asksSince(HealthRules rules) {
        return asksDays != null || waitDays(rules) != null;
    }

    private @Nullable Integer waitDays(HealthRules rules) {
        @Nullable ContraindicationRule rule = rules.find(code).orElse(null);
        return rule == null ? null : rule.waitDays();
    }
}
