package io.hairline.booking.payment.prepaid;

import io.hairline.booking.client.Client;
import io.hairline.booking.client.ClientFollowUp;
import io.hairline.contracts.Money;
import io.hairline.kit.Refusal;
import java.util.List;
import org.springframework.stereotype.Component;

/** Refuses to erase a client to whom the brand still owes credit: nobody could claim it any more. */
@Component
class CreditErasure implements ClientFollowUp {

    private final PrepaidAccounts accounts;

    CreditErasure(PrepaidAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Erased onErasure(Client client) {
        List<Money> left = accounts.of(client.id()).stream()
                .filter(it -> it.balance().signum() > 0)
                .map(it -> new Money(it.balance(), it.currency()))
                .toList();
        if (!left.isEmpty()) {
            throw Refusal.state("erasure-not-yet", "The client still has prepaid credit. Use it, or pay it back first.")
                    .with("credit", left);
        }
        return Erased.NOTHING;
    }
}
