package io.hairline.treatment.referencedata;

import io.hairline.contracts.headoffice.ContraindicationRule;
import io.hairline.contracts.headoffice.Contraindications;
import io.hairline.treatment.referencedata.policy.PolicyVersion;
import java.util.List;
import java.util.Optional;

/**
 * The rules for the questions about health that hold in a clinic on a day.
 *
 * @param versions of the layers that set or lock one of them, the brand's first; none while head office has published nothing
 */
public record HealthRules(List<ContraindicationRule> rules, List<PolicyVersion> versions) {

    /** The trade's, where a clinic isn't known yet. */
    public static final HealthRules DEFAULT = new HealthRules(Contraindications.DEFAULT, List.of());

    public HealthRules {
        rules = List.copyOf(rules);
        versions = List.copyOf(versions);
    }

    public Optional<ContraindicationRule> find(String code) {
        return Contraindications.find(rules, code);
    }
}
