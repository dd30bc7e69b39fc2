package io.hairline.booking.payment;

import io.hairline.booking.payment.prepaid.PrepaidSelling;
import io.hairline.booking.payment.prepaid.PrepaidTakingBack;
import io.hairline.booking.payment.provider.PaymentProvider;
import io.hairline.contracts.PaymentId;
import io.hairline.contracts.PrepaidId;
import org.springframework.stereotype.Component;

/** Hears the provider's own calls; the first outcome of a charge or refund is kept, repeats and late ones change nothing. */
@Component
class ProviderCallbacks implements PaymentProvider.Callback {

    private final PaymentProcessing processing;
    private final RefundProcessing refunds;
    private final PrepaidSelling prepaid;
    private final PrepaidTakingBack takingBack;

    ProviderCallbacks(
            PaymentProcessing processing,
            RefundProcessing refunds,
            PrepaidSelling prepaid,
            PrepaidTakingBack takingBack,
            PaymentProvider provider) {
        this.processing = processing;
        this.refunds = refunds;
        this.prepaid = prepaid;
        this.takingBack = takingBack;
        provider.callBack(this);
    }

    @Override
    public void charged(String reference, PaymentProvider.Outcome outcome) {
        if (reference.startsWith(PrepaidId.PREFIX)) {
            var _ = prepaid.settle(new PrepaidId(reference), outcome);
        } else {
            var _ = processing.settle(new PaymentId(reference), outcome);
        }
    }

    @Override
    public void refunded(String reference, PaymentProvider.RefundOutcome outcome) {
        String[] words = reference.split("/", 2);
        int number = Integer.parseInt(words[1]);
        if (reference.startsWith(PrepaidId.PREFIX)) {
            var _ = takingBack.settle(new PrepaidId(words[0]), number, outcome);
        } else {
            var _ = refunds.settle(new PaymentId(words[0]), number, outcome);
        }
    }
}
