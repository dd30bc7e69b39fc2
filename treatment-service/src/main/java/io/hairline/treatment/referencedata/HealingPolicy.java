package io.hairline.treatment.referencedata;

import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.contracts.headoffice.PolicyLayer;
import io.hairline.contracts.headoffice.PolicyValues;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One layer of the policy, of which the time between two sessions is used.
 *
 * @param id {@link #BRAND}, or the id of the region or the clinic
 * @param rule in documents from before there were layers, the rule in force
 * @param versions the one in force and the planned ones; absent in documents from before there were layers
 */
@Document("healing_policies")
@TypeAlias("healingPolicy")
record HealingPolicy(
        @Id String id, @Nullable HealingRule rule, @Nullable List<PolicyLayer> versions) {

    static final String BRAND = "brand";

    /** What holds where no layer has a rule; its other numbers are not used here. */
    static final BookingPolicy DEFAULT = new BookingPolicy(0, 0, 0, 0, 0, List.of(), null, HealingRule.DEFAULT, null);

    static HealingPolicy none(String id) {
        return new HealingPolicy(id, null, List.of());
    }

    List<PolicyLayer> layers() {
        PolicyValues values = new PolicyValues(null, null, null, null, null, null, null, rule, null);
        return rule == null
                ? Objects.requireNonNullElse(versions, List.of())
                : List.of(new PolicyLayer(LocalDate.EPOCH, values, List.of()));
    }

    HealingPolicy with(PolicyLayer next, Instant publishedAt) {
        return new HealingPolicy(id, null, PolicyLayer.with(layers(), next, publishedAt));
    }
}
