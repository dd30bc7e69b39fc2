package io.hairline.booking.referencedata;

import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.CancellationTier;
import io.hairline.contracts.headoffice.BookingPolicy.DepositRule;
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
 * One layer of the policy.
 *
 * @param id {@link #BRAND}, or the id of the region or the clinic
 * @param booking in documents from before there were layers, the policy in force
 * @param versions the one in force and the planned ones; absent in documents from before there were layers
 */
@Document("policies")
@TypeAlias("policy")
record BookingPolicies(
        @Id String id,
        @Nullable BookingPolicy booking,
        @Nullable List<PolicyLayer> versions) {

    static final String BRAND = "brand";

    /** Until head office publishes its own: the trade's usual tiers (72 h, 48 h) and a hold of ten minutes. */
    static final BookingPolicy DEFAULT = new BookingPolicy(
            60,
            400,
            10,
            3,
            15,
            List.of(new CancellationTier(72, 100), new CancellationTier(48, 50), new CancellationTier(0, 0)),
            DepositRule.DEFAULT,
            HealingRule.DEFAULT,
            false,
            null,
            null,
            null,
            null);

    static BookingPolicies none(String id) {
        return new BookingPolicies(id, null, List.of());
    }

    List<PolicyLayer> layers() {
        return booking == null
                ? Objects.requireNonNullElse(versions, List.of())
                : List.of(new PolicyLayer(LocalDate.EPOCH, PolicyValues.of(booking), List.of()));
    }

    BookingPolicies with(PolicyLayer next, Instant publishedAt) {
        return new BookingPolicies(id, null, PolicyLayer.with(layers(), next, publishedAt));
    }
}
