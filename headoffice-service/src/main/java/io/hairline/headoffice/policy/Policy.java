package io.hairline.headoffice.policy;

import io.hairline.contracts.PolicyId;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.CancellationTier;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PolicyPublished;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The numbers that hold in the whole brand.
 *
 * @param scope unique, and always {@link #BRAND}: there is one policy
 */
@Document("policies")
@TypeAlias("policy")
public record Policy(@Id PolicyId id, long version, String scope, BookingPolicy booking) implements Aggregate {

    static final String BRAND = "BRAND";

    static Change<Policy> publish(PolicyId id, BookingPolicy booking) {
        return publish(id, 1, booking);
    }

    Change<Policy> publish(BookingPolicy next) {
        return next.equals(booking) ? Change.none(this) : publish(id, version + 1, next);
    }

    private static Change<Policy> publish(PolicyId id, long version, BookingPolicy booking) {
        checkOrder(booking.cancellation());
        return Change.to(new Policy(id, version, BRAND, booking), new PolicyPublished(id, booking));
    }

    private static void checkOrder(List<CancellationTier> tiers) {
        boolean falls = true;
        for (int i = 1; i < tiers.size(); i++) {
            CancellationTier longer = tiers.get(i - 1);
            CancellationTier shorter = tiers.get(i);
            falls &= shorter.noticeHours() < longer.noticeHours() && shorter.refundPercent() <= longer.refundPercent();
        }
        if (!falls || tiers.isEmpty() || tiers.getLast().noticeHours() != 0) {
            throw Refusal.rule(
                    "tiers-out-of-order",
                    "Give the tiers from the longest notice down to 0 hours; shorter notice never gives back more.");
        }
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
