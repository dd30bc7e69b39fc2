package io.hairline.treatment.questionnaire;

import io.hairline.contracts.headoffice.ContraindicationEffect;
import io.hairline.contracts.headoffice.ContraindicationRule;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A yes that stands against a treatment.
 *
 * @param waitUntil the last local day of the waiting, where the rule names a number of days; absent otherwise
 */
public record Contraindication(
        String code,
        ContraindicationEffect effect,
        @Nullable LocalDate waitUntil) {

    /** What a yes means when it ended on this local day. */
    static Contraindication of(ContraindicationRule rule, LocalDate endedOn) {
        return new Contraindication(
                rule.code(), rule.effect(), rule.waitDays() == null ? null : endedOn.plusDays(rule.waitDays()));
    }

    /** Whether it still stands against a treatment on a local day. */
    boolean countsOn(LocalDate day) {
        return waitUntil == null || !day.isAfter(waitUntil);
    }
}
