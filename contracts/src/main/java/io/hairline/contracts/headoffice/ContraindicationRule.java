package io.hairline.contracts.headoffice;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a yes to one question about health means for a treatment.
 *
 * @param code the question's
 * @param waitDays for {@link ContraindicationEffect#WAIT}: how long a treatment waits after what is asked for ended
 */
public record ContraindicationRule(
        String code,
        ContraindicationEffect effect,
        @Nullable Integer waitDays) {

    static ContraindicationRule of(String code, ContraindicationEffect effect) {
        return new ContraindicationRule(code, effect, null);
    }

    static ContraindicationRule wait(String code, int days) {
        return new ContraindicationRule(code, ContraindicationEffect.WAIT, days);
    }

    /**
     * Whether nothing that the other keeps from a treatment is let through by this one. A doctor's note and a wait can't be
     * compared: each lets through what the other doesn't.
     */
    public boolean isAtLeastAsStrictAs(ContraindicationRule other) {
        return switch (effect) {
            case BLOCK -> true;
            case WAIT ->
                other.effect == ContraindicationEffect.WAIT
                        ? Objects.requireNonNullElse(waitDays, 0) >= Objects.requireNonNullElse(other.waitDays, 0)
                        : isMild(other.effect);
            case DOCTORS_NOTE -> other.effect == ContraindicationEffect.DOCTORS_NOTE || isMild(other.effect);
            case WARN -> isMild(other.effect);
            case NONE -> other.effect == ContraindicationEffect.NONE;
        };
    }

    private static boolean isMild(ContraindicationEffect it) {
        return it == ContraindicationEffect.WARN || it == ContraindicationEffect.NONE;
    }
}
