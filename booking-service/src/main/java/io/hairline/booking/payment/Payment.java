package io.hairline.booking.payment;

import io.hairline.booking.payment.prepaid.Redemptions;
import io.hairline.booking.payment.provider.PaymentProvider;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PaymentId;
import io.hairline.contracts.booking.BookingEvent.PaymentCaptured;
import io.hairline.contracts.booking.BookingEvent.PaymentDeclined;
import io.hairline.contracts.booking.BookingEvent.PaymentReassigned;
import io.hairline.contracts.booking.BookingEvent.PaymentRefundFailed;
import io.hairline.contracts.booking.BookingEvent.PaymentRefundRequested;
import io.hairline.contracts.booking.BookingEvent.PaymentRefundUnknown;
import io.hairline.contracts.booking.BookingEvent.PaymentRefunded;
import io.hairline.contracts.booking.BookingEvent.PaymentRequested;
import io.hairline.contracts.booking.PaymentDetails;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Money that a client pays, or tried to.
 *
 * @param refunded how much of it has gone back
 * @param refunds each that was requested, in order; those from before requests were kept are in {@code refunded} alone
 */
@Document("payments")
@TypeAlias("payment")
public record Payment(
        @Id PaymentId id,
        long version,
        int schema,
        State state,
        PaymentDetails paid,
        BigDecimal refunded,
        String madeBy,
        Instant requestedAt,
        @Nullable String reasonCode,
        List<Refund> refunds)
        implements Aggregate {

    static final String CASH = "CASH";
    private static final int SCHEMA = 1;

    /** Where a payment stands. */
    public enum State {
        PENDING,
        CAPTURED,
        DECLINED
    }

    public Payment {
        refunds = List.copyOf(Objects.requireNonNullElse(refunds, List.of()));
    }

    /** The provider is asked next. */
    static Change<Payment> request(PaymentId id, PaymentDetails paid, String madeBy, Instant now) {
        return Change.to(made(id, State.PENDING, paid, madeBy, now), new PaymentRequested(id, paid));
    }

    /** No provider is needed: the money lies on the counter. */
    public static Change<Payment> captureAtOnce(PaymentId id, PaymentDetails paid, String madeBy, Instant now) {
        return Change.to(made(id, State.CAPTURED, paid, madeBy, now), new PaymentCaptured(id, paid));
    }

    private static Payment made(PaymentId id, State state, PaymentDetails paid, String madeBy, Instant now) {
        return new Payment(id, 1, SCHEMA, state, paid, BigDecimal.ZERO, madeBy, now, null, List.of());
    }

    /** What the provider says; once it is said, it stays. */
    Change<Payment> settle(PaymentProvider.Outcome outcome) {
        if (state != State.PENDING) {
            return Change.none(this);
        }
        return switch (outcome) {
            case PaymentProvider.Outcome.Captured _ ->
                Change.to(next(State.CAPTURED, refunded, null, refunds), new PaymentCaptured(id, paid));
            case PaymentProvider.Outcome.Declined it ->
                Change.to(
                        next(State.DECLINED, refunded, it.reasonCode(), refunds),
                        new PaymentDeclined(id, paid, it.reasonCode()));
            case PaymentProvider.Outcome.Thinking _ -> Change.none(this);
        };
    }

    /** It was for something else of the same clinic; what has gone back of it can't be for something else. */
    Change<Payment> reassign(PaymentDetails to, String why) {
        if (state != State.CAPTURED || !refunds.isEmpty() || refunded.signum() > 0 || paid.paysForProduct()) {
            throw Refusal.state(
                    "illegal-move",
                    "Only a payment that was captured, of which nothing goes back, and that isn't for a product can be for"
                            + " something else. It is " + state + ".");
        }
        if (to.equals(paid)) {
            return Change.none(this);
        }
        Payment next =
                new Payment(id, version + 1, schema, state, to, refunded, madeBy, requestedAt, reasonCode, refunds);
        return Change.to(next, new PaymentReassigned(id, to, paid, why));
    }

    /** Cash and prepaid money go back at once; for a card the provider is asked next. */
    public Change<Payment> requestRefund(Money amount, String why, @Nullable AppointmentId cancelled, Instant now) {
        if (state != State.CAPTURED) {
            throw Refusal.state("illegal-move", "It is " + state + ", so there is nothing to give back.");
        }
        if (!amount.currency().equals(currency())) {
            throw Refusal.input("amount.currency", "must be the currency " + currency());
        }
        if (amount.amount().signum() <= 0 || amount.amount().compareTo(refundable()) > 0) {
            throw Refusal.rule(
                    "too-much", "Of this payment %s %s can still be given back.".formatted(refundable(), currency()));
        }
        Refund refund = new Refund(refunds.size() + 1, amount, why, cancelled, Refund.State.REQUESTED, now, null);
        if (paid.methodCode().equals(CASH) || Redemptions.isPrepaid(paid.methodCode())) {
            return done(refund);
        }
        return Change.to(
                next(state, refunded, reasonCode, with(refund)),
                new PaymentRefundRequested(id, paid, refund.number(), amount, why, cancelled));
    }

    /** What the provider says about a refund; once it is done or has failed, that stays. */
    public Change<Payment> settleRefund(int number, PaymentProvider.RefundOutcome outcome) {
        Refund refund = refund(number).filter(Refund::isOpen).orElse(null);
        if (refund == null) {
            return Change.none(this);
        }
        return switch (outcome) {
            case PaymentProvider.RefundOutcome.Done _ -> done(refund);
            case PaymentProvider.RefundOutcome.Failed it ->
                Change.to(
                        next(state, refunded, reasonCode, with(refund.as(Refund.State.FAILED, it.reasonCode()))),
                        new PaymentRefundFailed(id, paid, number, refund.amount(), it.reasonCode()));
            case PaymentProvider.RefundOutcome.Unknown _ ->
                refund.state() == Refund.State.UNKNOWN
                        ? Change.none(this)
                        : Change.to(
                                next(state, refunded, reasonCode, with(refund.as(Refund.State.UNKNOWN, null))),
                                new PaymentRefundUnknown(id, paid, number, refund.amount()));
        };
    }

    /** Tax and tip go back in proportion; all parts together are never more or less than there were. */
    private Change<Payment> done(Refund refund) {
        BigDecimal after = refunded.add(refund.amount().amount());
        return Change.to(
                next(state, after, reasonCode, with(refund.as(Refund.State.DONE, null))),
                new PaymentRefunded(
                        id,
                        paid,
                        refund.amount(),
                        refund.reasonCode(),
                        refund.number(),
                        part(paid.tax(), after),
                        part(paid.tip(), after),
                        refund.appointmentId()));
    }

    private Money part(Money whole, BigDecimal refundedAfter) {
        return new Money(portion(whole, refundedAfter).subtract(portion(whole, refunded)), whole.currency());
    }

    private BigDecimal portion(Money whole, BigDecimal ofAmount) {
        return whole.amount()
                .multiply(ofAmount)
                .divide(paid.amount().amount(), whole.amount().scale(), RoundingMode.HALF_UP);
    }

    private List<Refund> with(Refund refund) {
        return Stream.concat(refunds.stream().filter(it -> it.number() != refund.number()), Stream.of(refund))
                .sorted(Comparator.comparingInt(Refund::number))
                .toList();
    }

    public Optional<Refund> refund(int number) {
        return refunds.stream().filter(it -> it.number() == number).findFirst();
    }

    public String currency() {
        return paid.amount().currency();
    }

    /** What of it is the clinic's and not on its way back. */
    public BigDecimal refundable() {
        return state == State.CAPTURED
                ? paid.amount().amount().subtract(refunded).subtract(openRefunds())
                : BigDecimal.ZERO;
    }

    /** Refunds that are requested and neither done nor refused. */
    BigDecimal openRefunds() {
        return sum(refunds.stream().filter(Refund::isOpen));
    }

    /** What was paid, less what people have decided to give back: the sum that policy works on. */
    public BigDecimal underPolicy() {
        return state == State.CAPTURED
                ? refundable()
                        .add(sum(refunds.stream().filter(it -> it.isByPolicy() && it.state() != Refund.State.FAILED)))
                : BigDecimal.ZERO;
    }

    /**
     * What policy has given back so far. A refund that the provider refused counts: people see to it, and it isn't asked for
     * again.
     */
    BigDecimal returnedByPolicy() {
        return sum(refunds.stream().filter(Refund::isByPolicy));
    }

    /** What it counts for towards a price: neither the tip nor what goes back. */
    public BigDecimal towardsPrice() {
        return state == State.DECLINED
                ? BigDecimal.ZERO
                : paid.amount()
                        .amount()
                        .subtract(paid.tip().amount())
                        .subtract(refunded)
                        .subtract(openRefunds())
                        .max(BigDecimal.ZERO);
    }

    /** Id of the appointment or the course that it is for; its own if it is for a product. */
    public String subject() {
        if (paid.paysForProduct()) {
            return id.value();
        }
        AppointmentId appointment = paid.appointmentId();
        return appointment == null ? Objects.requireNonNull(paid.courseId()).value() : appointment.value();
    }

    boolean isPrepaid() {
        return PaymentDetails.PREPAID.equals(paid.kindCode());
    }

    private static BigDecimal sum(Stream<Refund> some) {
        return some.map(it -> it.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Payment next(State nextState, BigDecimal nextRefunded, @Nullable String why, List<Refund> nextRefunds) {
        return new Payment(
                id, version + 1, schema, nextState, paid, nextRefunded, madeBy, requestedAt, why, nextRefunds);
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
