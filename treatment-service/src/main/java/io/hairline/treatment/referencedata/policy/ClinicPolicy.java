package io.hairline.treatment.referencedata.policy;

import io.hairline.contracts.headoffice.AftercareDays;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.contracts.headoffice.ContraindicationRule;
import io.hairline.contracts.headoffice.Contraindications;
import io.hairline.contracts.headoffice.PolicyField;
import io.hairline.contracts.headoffice.PolicyLayer;
import io.hairline.contracts.headoffice.StockRule;
import io.hairline.contracts.headoffice.TouchUpRule;
import java.util.List;
import java.util.Objects;

/** The policy that holds in a clinic on a local day; the defaults until head office publishes one. */
public final class ClinicPolicy {

    private final BookingPolicy numbers;
    private final List<InForce> layers;

    ClinicPolicy(BookingPolicy numbers, List<InForce> layers) {
        this.numbers = numbers;
        this.layers = List.copyOf(layers);
    }

    /** What one layer says on that day, the brand's first. */
    record InForce(PolicyVersion version, PolicyLayer layer) {

        boolean setsOrLocks(PolicyField field) {
            return field.in(layer.values()) != null || locks(field);
        }

        boolean locks(PolicyField field) {
            return layer.locked().contains(field.fieldName());
        }
    }

    /** How long the scalp heals between two sessions. */
    public HealingRule healing() {
        return Objects.requireNonNullElse(numbers.healing(), HealingRule.DEFAULT);
    }

    /** What the answers about health mean. */
    public List<ContraindicationRule> contraindications() {
        return Contraindications.orDefault(numbers.contraindications());
    }

    /** When a colour wants refreshing. */
    public TouchUpRule touchUp() {
        return Objects.requireNonNullElse(numbers.touchUp(), TouchUpRule.DEFAULT);
    }

    /** When more of a lot is wanted soon. */
    public StockRule stock() {
        return Objects.requireNonNullElse(numbers.stock(), StockRule.DEFAULT);
    }

    /** How long the rules after a session hold. */
    public AftercareDays aftercare() {
        return Objects.requireNonNullElse(numbers.aftercare(), AftercareDays.DEFAULT);
    }

    /** The layers that set or lock a field, the brand's first; none while head office has published nothing of it. */
    public List<PolicyVersion> versionsOf(PolicyField field) {
        return layers.stream()
                .filter(it -> it.setsOrLocks(field))
                .map(InForce::version)
                .toList();
    }
}
