package io.hairline.headoffice.policy;

import io.hairline.contracts.PolicyId;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.web.Preconditions;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** How the brand's numbers change, for all clinics at once. */
@Service
public class PolicyPublishing {

    private final EventLog eventLog;
    private final Policies policies;

    PolicyPublishing(EventLog eventLog, Policies policies) {
        this.eventLog = eventLog;
        this.policies = policies;
    }

    public Policy publish(PolicyId idIfFirst, @Nullable String ifMatch, BookingPolicy booking) {
        try {
            return eventLog.record(
                    Policy.class,
                    () -> policies.findByScope(Policy.BRAND)
                            .map(it -> {
                                Preconditions.check(ifMatch, it);
                                return it.publish(booking);
                            })
                            .orElseGet(() -> Policy.publish(idIfFirst, booking)));
        } catch (DuplicateKeyException _) {
            throw Refusal.state("code-taken", "Somebody has just published a policy. Look at it, then change it.");
        }
    }
}
