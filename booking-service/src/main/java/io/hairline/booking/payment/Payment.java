package io.hairline.booking.payment;

import io.hairline.contracts.Money;
import io.hairline.contracts.PaymentId;
import io.hairline.contracts.booking.BookingEvent.PaymentCaptured;
import io.hairline.contracts.booking.BookingEvent.PaymentDeclined;
import io.hairline.contracts.booking.BookingEvent.PaymentRefunded;
import io.hairline.contracts.booking.BookingEvent.PaymentRequested;
import io.hairline.contracts.booking.PaymentDetails;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Money that a client pays, or tried to.
 *
 * @param refunded how much of it went back so far
 */
@Document("payments")
@TypeAlias("payment")
record Payment(
        @Id PaymentId id,
        long version,
        int schema,
        State state,
        PaymentDetails paid,
        BigDecimal refunded,
        String madeBy,
        Instant requestedAt,
        @Nullable String reasonCode)
        implements Aggregate {

    private static final int SCHEMA = 1;

    /** Where a payment stands. */
    enum State {
        PENDING,
        CAPTURED,
        DECLINED
    }

    /** The provider is asked next. */
    static Change<Payment> request(PaymentId id, PaymentDetails paid, String madeBy, Instant now) {
        Payment payment = new Payment(id, 1, SCHEMA, State.PENDING, paid, BigDecimal.ZERO, madeBy, now, null);
        return Change.to(payment, new PaymentRequested(id, paid));
    }

    /** No provider is needed: the money lies on the counter. */
    static Change<Payment> take(PaymentId id, PaymentDetails paid, String madeBy, Instant now) {
        Payment payment = new Payment(id, 1, SCHEMA, State.CAPTURED, paid, BigDecimal.ZERO, madeBy, now, null);
        return Change.to(payment, new PaymentCaptured(id, paid));
    }

    /** What the provider says; once it is said, it stays. */
    Change<Payment> settle(PaymentProvider.Outcome outcome) {
        if (state != State.PENDING) {
            return Change.none(this);
        }
        return switch (outcome) {
            case PaymentProvider.Outcome.Captured _ ->
                Change.to(next(State.CAPTURED, refunded, null), new PaymentCaptured(id, paid));
            case PaymentProvider.Outcome.Declined it ->
                Change.to(
                        next(State.DECLINED, refunded, it.reasonCode()),
                        new PaymentDeclined(id, paid, it.reasonCode()));
            case PaymentProvider.Outcome.Thinking _ -> Change.none(this);
        };
    }

    Change<Payment> refund(Money amount, String why) {
        if (state != State.CAPTURED) {
            throw Refusal.state("illegal-move", "It is " + state + ", so there is nothing to give back.");
        }
        if (!amount.currency().equals(paid.amount().currency())) {
            throw Refusal.input("amount.currency", "must be " + paid.amount().currency());
        }
        if (amount.amount().signum() <= 0 || amount.amount().compareTo(refundable()) > 0) {
            throw Refusal.rule("too-much", "Of this payment " + refundable() + " can still be given back.");
        }
        return Change.to(
                next(state, refunded.add(amount.amount()), reasonCode), new PaymentRefunded(id, paid, amount, why));
    }

    /** What is left of it. */
    BigDecimal refundable() {
        return state == State.CAPTURED ? paid.amount().amount().subtract(refunded) : BigDecimal.ZERO;
    }

    private Payment next(State nextState, BigDecimal nextRefunded, @Nullable String why) {
        return new Payment(id, version + 1, schema, nextState, paid, nextRefunded, madeBy, requestedAt, why);
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
