package io.hairline.booking.payment;

import io.hairline.contracts.Money;
import java.time.Instant;

/** Takes money from cards. A reference is charged once, however often it is asked for. */
interface PaymentProvider {

    /** What became of a charge. */
    sealed interface Outcome {

        /** The money is there. */
        record Captured() implements Outcome {}

        /** It won't come. */
        record Declined(String reasonCode) implements Outcome {}

        /** Not known yet: the provider thinks, or nobody heard its answer. Ask again. */
        record Thinking() implements Outcome {}
    }

    Outcome charge(String reference, Money amount, Instant requestedAt);

    /** What became of an earlier charge; one that never arrived is made now. */
    Outcome ask(String reference, Money amount, Instant requestedAt);

    /** Gives money back; a repeat with the same reference gives nothing more. */
    void refund(String reference, Money amount);
}
