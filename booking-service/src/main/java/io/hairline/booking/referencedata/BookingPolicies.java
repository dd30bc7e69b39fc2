package io.hairline.booking.referencedata;

import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.CancellationTier;
import io.hairline.contracts.headoffice.BookingPolicy.DepositRule;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** The brand's policy in force, one document. */
@Document("policies")
@TypeAlias("policy")
record BookingPolicies(@Id String id, BookingPolicy booking) {

    static final String ID = "brand";

    /** Until head office publishes its own: the trade's usual tiers (72 h, 48 h) and a hold of ten minutes. */
    static final BookingPolicy DEFAULT = new BookingPolicy(
            60,
            400,
            10,
            3,
            15,
            List.of(new CancellationTier(72, 100), new CancellationTier(48, 50), new CancellationTier(0, 0)),
            DepositRule.DEFAULT,
            HealingRule.DEFAULT);
}
