package io.hairline.treatment.referencedata;

import io.hairline.contracts.headoffice.ContraindicationRule;
import io.hairline.contracts.headoffice.Contraindications;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The rules for the questions about health that hold in a clinic on a day.
 *
 * @param versions of the layers that set or lock one of them, the brand's first; none while head office has published nothing
 */
public record HealthRules(List<ContraindicationRule> rules, List<Version> versions) {

    /** The trade's, where a clinic isn't known yet. */
    public static final HealthRules DEFAULT = new HealthRules(Contraindications.DEFAULT, List.of());

    public HealthRules {
        rules = List.copyOf(rules);
        versions = List.copyOf(versions);
    }

    /**
     * A version of a layer of the policy.
     *
     * @param layer BRAND, REGION or CLINIC
     * @param version as head office counts them; 0 for one that was published before they were counted here
     * @param from the first local day on which it holds
     */
    public record Version(String layer, long version, LocalDate from) {}

    public Optional<ContraindicationRule> find(String code) {
        return Contraindications.find(rules, code);
    }
}
