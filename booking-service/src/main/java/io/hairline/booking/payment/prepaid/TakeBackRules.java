package io.hairline.booking.payment.prepaid;

import io.hairline.booking.payment.prepaid.Prepaid.Line;
import io.hairline.booking.payment.prepaid.Prepaid.Movement;
import io.hairline.booking.payment.prepaid.Prepaid.Sale;
import io.hairline.booking.payment.prepaid.Prepaid.State;
import io.hairline.booking.payment.prepaid.Prepaid.TakeBack;
import io.hairline.booking.payment.provider.PaymentProvider;
import io.hairline.contracts.Money;
import io.hairline.contracts.booking.BookingEvent.PrepaidTakeBackFailed;
import io.hairline.contracts.booking.BookingEvent.PrepaidTakeBackRequested;
import io.hairline.contracts.booking.BookingEvent.PrepaidTakenBack;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The rules by which a gift card or credit is taken back and its price returned. */
final class TakeBackRules {

    private final Prepaid prepaid;
    private final Sale sale;

    private TakeBackRules(Prepaid prepaid) {
        this.prepaid = prepaid;
        this.sale = prepaid.sale();
    }

    /** For a gift card or credit as it stands now. */
    static TakeBackRules of(Prepaid prepaid) {
        return new TakeBackRules(prepaid);
    }

    /** Only what is whole is taken back; cash goes back at once, for a card the provider is asked next. */
    Change<Prepaid> ask(String reasonCode, Instant now) {
        if (prepaid.state() != State.ACTIVE) {
            throw Refusal.state("illegal-move", "It is " + prepaid.state() + " and can't be taken back.");
        }
        if (prepaid.balance().compareTo(sale.amount().amount()) != 0) {
            throw Refusal.state(
                            "prepaid-used",
                            "A part of it was used, so it isn't taken back. Refund the payments that used it first.")
                    .with("balance", new Money(prepaid.balance(), prepaid.currency()));
        }
        TakeBack before = prepaid.takeBack();
        TakeBack wanted = new TakeBack(before == null ? 1 : before.number() + 1, reasonCode, now);
        Prepaid asked = prepaid.next(State.TAKING_BACK, prepaid.lines(), wanted);
        return sale.methodCode().equals(Prepaid.CASH)
                ? takenBack(wanted, now)
                : Change.to(
                        asked,
                        new PrepaidTakeBackRequested(
                                prepaid.id(),
                                sale.kind().name(),
                                sale.clinicId(),
                                sale.clientId(),
                                sale.amount(),
                                sale.methodCode(),
                                reasonCode));
    }

    /** What the provider says of the refund; once it is said, it stays. */
    Change<Prepaid> settle(int number, PaymentProvider.RefundOutcome outcome, Instant now) {
        TakeBack asked = prepaid.takeBack();
        if (prepaid.state() != State.TAKING_BACK || asked == null || asked.number() != number) {
            return Change.none(prepaid);
        }
        return switch (outcome) {
            case PaymentProvider.RefundOutcome.Done _ -> takenBack(asked, now);
            case PaymentProvider.RefundOutcome.Failed it ->
                Change.to(
                        prepaid.next(State.ACTIVE, prepaid.lines(), asked),
                        new PrepaidTakeBackFailed(
                                prepaid.id(),
                                sale.kind().name(),
                                sale.clinicId(),
                                sale.clientId(),
                                sale.amount(),
                                sale.methodCode(),
                                it.reasonCode()));
            case PaymentProvider.RefundOutcome.Unknown _ -> Change.none(prepaid);
        };
    }

    private Change<Prepaid> takenBack(TakeBack asked, Instant now) {
        Line line = new Line(now, Movement.TAKEN_BACK, sale.amount().amount().negate(), sale.clinicId(), null);
        List<Line> all =
                Stream.concat(prepaid.lines().stream(), Stream.of(line)).toList();
        return Change.to(
                prepaid.next(State.TAKEN_BACK, all, asked),
                new PrepaidTakenBack(
                        prepaid.id(),
                        sale.kind().name(),
                        sale.clinicId(),
                        sale.clientId(),
                        sale.amount(),
                        sale.methodCode(),
                        asked.reasonCode()));
    }
}
