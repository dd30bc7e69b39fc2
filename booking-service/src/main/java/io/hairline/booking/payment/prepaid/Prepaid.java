package io.hairline.booking.payment.prepaid;

import io.hairline.booking.payment.provider.PaymentProvider;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PaymentId;
import io.hairline.contracts.PrepaidId;
import io.hairline.contracts.booking.BookingEvent.PrepaidRedeemed;
import io.hairline.contracts.booking.BookingEvent.PrepaidRestored;
import io.hairline.contracts.booking.BookingEvent.PrepaidSaleDeclined;
import io.hairline.contracts.booking.BookingEvent.PrepaidSaleRequested;
import io.hairline.contracts.booking.BookingEvent.PrepaidSold;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A gift card, or credit of one client.
 *
 * @param clientId whose credit it is; absent for a gift card
 * @param codeToken what a gift card is found by; the code itself isn't kept
 * @param lines every movement; their sum is the balance, which is never less than nothing
 * @param takeBack the last time that its price was to go back; absent if it never was
 */
@Document(Prepaid.COLLECTION)
@TypeAlias("prepaid")
public record Prepaid(
        @Id PrepaidId id,
        long version,
        int schema,
        State state,
        Sale sale,
        @Nullable String codeToken,
        String madeBy,
        Instant requestedAt,
        List<Line> lines,
        @Nullable TakeBack takeBack)
        implements Aggregate {

    static final String COLLECTION = "prepaid";
    static final String CASH = "CASH";
    private static final int SCHEMA = 1;

    public Prepaid {
        lines = List.copyOf(lines);
    }

    /** What it is. */
    public enum Kind {
        GIFT_CARD,
        CREDIT
    }

    /** Whether it can be used. */
    public enum State {
        /** The provider hasn't said whether the price was paid. */
        PENDING,
        ACTIVE,
        DECLINED,
        /** Its price is on its way back, and nothing can be paid with it. */
        TAKING_BACK,
        TAKEN_BACK
    }

    /** What a line tells. */
    public enum Movement {
        SOLD,
        REDEEMED,
        RESTORED,
        TAKEN_BACK
    }

    /**
     * How it came to be.
     *
     * @param clinicId the clinic that has the money
     */
    public record Sale(
            Kind kind, ClinicId clinicId, @Nullable ClientId clientId, Money amount, String methodCode) {}

    /**
     * That its price goes back.
     *
     * @param number counts the attempts from 1; each is another refund for the provider
     */
    public record TakeBack(int number, String reasonCode, Instant requestedAt) {}

    /**
     * A movement.
     *
     * @param amount less than nothing for what was used
     * @param clinicId where it happened
     */
    public record Line(
            Instant at,
            Movement movement,
            BigDecimal amount,
            ClinicId clinicId,
            @Nullable PaymentId paymentId) {}

    static Change<Prepaid> request(PrepaidId id, Sale sale, @Nullable String codeToken, String madeBy, Instant now) {
        Prepaid it = new Prepaid(id, 1, SCHEMA, State.PENDING, sale, codeToken, madeBy, now, List.of(), null);
        return Change.to(
                it,
                new PrepaidSaleRequested(
                        id, sale.kind().name(), sale.clinicId(), sale.clientId(), sale.amount(), sale.methodCode()));
    }

    /** No provider is needed: the money lies on the counter. */
    static Change<Prepaid> sell(PrepaidId id, Sale sale, @Nullable String codeToken, String madeBy, Instant now) {
        Prepaid it =
                new Prepaid(id, 1, SCHEMA, State.ACTIVE, sale, codeToken, madeBy, now, List.of(sold(sale, now)), null);
        return Change.to(it, it.soldEvent());
    }

    private static Line sold(Sale sale, Instant now) {
        return new Line(now, Movement.SOLD, sale.amount().amount(), sale.clinicId(), null);
    }

    private PrepaidSold soldEvent() {
        return new PrepaidSold(
                id, sale.kind().name(), sale.clinicId(), sale.clientId(), sale.amount(), sale.methodCode());
    }

    /** What the provider says of the price; once it is said, it stays. */
    Change<Prepaid> settle(PaymentProvider.Outcome outcome, Instant now) {
        if (state != State.PENDING) {
            return Change.none(this);
        }
        return switch (outcome) {
            case PaymentProvider.Outcome.Captured _ ->
                Change.to(next(State.ACTIVE, List.of(sold(sale, now))), soldEvent());
            case PaymentProvider.Outcome.Declined it ->
                Change.to(
                        next(State.DECLINED, List.of()),
                        new PrepaidSaleDeclined(
                                id,
                                sale.kind().name(),
                                sale.clinicId(),
                                sale.clientId(),
                                sale.amount(),
                                sale.methodCode(),
                                it.reasonCode()));
            case PaymentProvider.Outcome.Thinking _ -> Change.none(this);
        };
    }

    /** Uses a part of it for a payment; never more than there is. */
    Change<Prepaid> redeem(Use use, BigDecimal amount, Instant now) {
        if (amount.signum() <= 0 || amount.compareTo(balance()) > 0) {
            throw tooLow(balance(), currency());
        }
        Prepaid next = with(new Line(now, Movement.REDEEMED, amount.negate(), use.clinicId(), use.paymentId()));
        return Change.to(
                next,
                new PrepaidRedeemed(
                        id,
                        sale.kind().name(),
                        use.clinicId(),
                        sale.clinicId(),
                        use.clientId(),
                        use.paymentId(),
                        new Money(amount, currency()),
                        new Money(next.balance(), currency())));
    }

    static Refusal tooLow(BigDecimal balance, String currency) {
        return Refusal.rule(
                        "balance-too-low",
                        "Only %s %s are left. Take that, and the rest in another way."
                                .formatted(balance.toPlainString(), currency))
                .with("balance", new Money(balance, currency));
    }

    /** The payment goes back; no more than it had used. */
    Change<Prepaid> restore(Use use, BigDecimal amount, Instant now) {
        Prepaid next = with(new Line(now, Movement.RESTORED, amount, use.clinicId(), use.paymentId()));
        return Change.to(
                next,
                new PrepaidRestored(
                        id,
                        sale.kind().name(),
                        use.clinicId(),
                        sale.clinicId(),
                        use.clientId(),
                        use.paymentId(),
                        new Money(amount, currency()),
                        new Money(next.balance(), currency())));
    }

    /** What a payment has used of it and hasn't got back. */
    BigDecimal usedFor(PaymentId payment) {
        return sum(lines.stream().filter(it -> payment.equals(it.paymentId()))).negate();
    }

    BigDecimal balance() {
        return sum(lines.stream());
    }

    String currency() {
        return sale.amount().currency();
    }

    /** A payment that uses it. */
    record Use(ClinicId clinicId, ClientId clientId, PaymentId paymentId) {}

    private BigDecimal sum(Stream<Line> some) {
        return some.map(Line::amount)
                .reduce(BigDecimal.ZERO.setScale(sale.amount().amount().scale()), BigDecimal::add);
    }

    private Prepaid with(Line line) {
        return next(state, Stream.concat(lines.stream(), Stream.of(line)).toList());
    }

    private Prepaid next(State nextState, List<Line> nextLines) {
        return next(nextState, nextLines, takeBack);
    }

    /** Its next version; a command returns it with the event. */
    Prepaid next(State nextState, List<Line> nextLines, @Nullable TakeBack nextTakeBack) {
        return new Prepaid(
                id, version + 1, schema, nextState, sale, codeToken, madeBy, requestedAt, nextLines, nextTakeBack);
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
