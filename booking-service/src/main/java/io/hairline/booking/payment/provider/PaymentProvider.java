package io.hairline.booking.payment.provider;

import io.hairline.contracts.Money;
import java.time.Instant;

/**
 * Takes money from cards and gives it back. Each charge and each refund has a reference of its own and is made once,
 * however often it is asked for. It is never called inside a transaction: a call can't be undone.
 */
public interface PaymentProvider {

    /** What became of a charge. */
    sealed interface Outcome {

        /** The money is there. */
        record Captured() implements Outcome {}

        /** It won't come. */
        record Declined(String reasonCode) implements Outcome {}

        /** Not known yet: the provider thinks, or its answer was lost. Ask again. */
        record Thinking() implements Outcome {}
    }

    /** What became of a refund. */
    sealed interface RefundOutcome {

        /** The money is on its way to the client. */
        record Done() implements RefundOutcome {}

        /** The provider refuses it, now and for ever. */
        record Failed(String reasonCode) implements RefundOutcome {}

        /** Not known: the provider thinks, or its answer was lost. Ask again with the same reference. */
        record Unknown() implements RefundOutcome {}
    }

    /** Hears what the provider says of itself: late, more than once, and in any order. */
    interface Callback {

        void charged(String reference, Outcome outcome);

        void refunded(String reference, RefundOutcome outcome);
    }

    Outcome charge(String reference, Money amount, Instant requestedAt);

    /** What became of an earlier charge; one that never arrived is made now. */
    Outcome ask(String reference, Money amount, Instant requestedAt);

    RefundOutcome refund(String reference, Money amount, Instant requestedAt);

    void callBack(Callback callback);
}
