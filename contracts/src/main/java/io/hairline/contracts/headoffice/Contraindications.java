package io.hairline.contracts.headoffice;

import static io.hairline.contracts.headoffice.ContraindicationEffect.BLOCK;
import static io.hairline.contracts.headoffice.ContraindicationEffect.DOCTORS_NOTE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules for the questions about health: one for each, and layers that change some of them. */
public final class Contraindications {

    /** What most clinics of the trade do, where no layer says otherwise. */
    public static final List<ContraindicationRule> DEFAULT = List.of(
            ContraindicationRule.of("PREGNANT_OR_NURSING", BLOCK),
            ContraindicationRule.wait("ISOTRETINOIN", 180),
            ContraindicationRule.of("CANCER_TREATMENT", DOCTORS_NOTE),
            ContraindicationRule.wait("SKIN_INFECTION", 14),
            ContraindicationRule.of("PIGMENT_ALLERGY", BLOCK),
            ContraindicationRule.of("KELOIDS", BLOCK),
            ContraindicationRule.of("UNDER_18", BLOCK),
            ContraindicationRule.wait("ALCOHOL_OR_DRUGS", 1),
            ContraindicationRule.of("DIABETES", DOCTORS_NOTE),
            ContraindicationRule.of("BLOOD_THINNERS", DOCTORS_NOTE),
            ContraindicationRule.of("HAEMOPHILIA", DOCTORS_NOTE),
            ContraindicationRule.of("HEART_DISEASE", DOCTORS_NOTE),
            ContraindicationRule.of("IMMUNE_OR_HEPATITIS", DOCTORS_NOTE),
            ContraindicationRule.of("EPILEPSY", DOCTORS_NOTE),
            ContraindicationRule.wait("HAIR_TRANSPLANT", 365),
            ContraindicationRule.wait("BOTOX", 60),
            ContraindicationRule.wait("CHEMICAL_PEEL", 14));

    private Contraindications() {}

    /** Whether there is a rule for a question of this code. */
    public static boolean isKnown(String code) {
        return DEFAULT.stream().anyMatch(it -> it.code().equals(code));
    }

    /** The rule for a question, if there is one. */
    public static Optional<ContraindicationRule> find(List<ContraindicationRule> rules, String code) {
        return rules.stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /**
     * The rules above with those that a layer changes.
     *
     * @param above absent in policies from before rules were part of them: {@link #DEFAULT}
     * @param locked whether the layer can make a rule stricter alone; any other of its rules isn't used
     */
    static @Nullable List<ContraindicationRule> over(
            @Nullable List<ContraindicationRule> above, @Nullable List<ContraindicationRule> own, boolean locked) {
        if (own == null) {
            return above;
        }
        Map<String, ContraindicationRule> changed = new HashMap<>();
        own.forEach(it -> changed.put(it.code(), it));
        return orDefault(above).stream()
                .map(it -> {
                    ContraindicationRule other = changed.getOrDefault(it.code(), it);
                    return locked && !other.isAtLeastAsStrictAs(it) ? it : other;
                })
                .toList();
    }

    /** The rules of a policy; of one from before rules were part of it, the default. */
    public static List<ContraindicationRule> orDefault(@Nullable List<ContraindicationRule> rules) {
        return rules == null ? DEFAULT : rules;
    }
}
