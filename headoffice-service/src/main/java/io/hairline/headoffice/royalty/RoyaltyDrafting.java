package io.hairline.headoffice.royalty;

import io.hairline.contracts.ClinicId;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWorkHandler;
import org.springframework.stereotype.Component;

/** Drafts a clinic's statements when its month is over. */
@Component
class RoyaltyDrafting implements DueWorkHandler {

    static final String KIND = "royalty-draft";

    private final RoyaltyBilling billing;

    RoyaltyDrafting(RoyaltyBilling billing) {
        this.billing = billing;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(DueItem item) {
        billing.draftFinishedMonths(new ClinicId(item.subject()));
    }
}
