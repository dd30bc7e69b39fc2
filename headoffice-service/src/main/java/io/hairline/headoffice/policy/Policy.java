package io.hairline.headoffice.policy;

import io.hairline.contracts.PolicyId;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PolicyPublished;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
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
        PolicyRules.check(booking);
        return Change.to(new Policy(id, version, BRAND, booking), new PolicyPublished(id, booking));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
