package io.hairline.booking.payment.prepaid;

import io.hairline.contracts.Money;
import io.hairline.contracts.PaymentId;
import io.hairline.contracts.booking.PaymentDetails;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Pays with prepaid money, and puts it back. Both are parts of the payment's own transaction: of several payments with one
 * card at once, each sees what those before it have used.
 */
@Component
public class Redemptions {

    private static final String GIFT_CARD = "GIFT_CARD";
    private static final Set<String> METHODS = Set.of(GIFT_CARD, "PREPAID");

    private final PrepaidAccounts accounts;
    private final GiftCardCodes codes;
    private final Clock clock;

    Redemptions(PrepaidAccounts accounts, GiftCardCodes codes, Clock clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.clock = clock;
    }

    public static boolean isPrepaid(String methodCode) {
        return METHODS.contains(methodCode);
    }

    /** @param giftCardCode as typed; needed for a gift card, and refused for anything else */
    public static void checkCode(String methodCode, @Nullable String giftCardCode) {
        if (methodCode.equals(GIFT_CARD) == (giftCardCode == null || giftCardCode.isBlank())) {
            throw Refusal.input(
                    "giftCardCode", methodCode.equals(GIFT_CARD) ? "is needed" : "is for the method GIFT_CARD alone");
        }
    }

    /** The card's, or the client's credit from the oldest on. */
    public List<Change<?>> redeem(PaymentDetails paid, PaymentId payment, @Nullable String giftCardCode) {
        Money amount = paid.amount();
        List<Prepaid> from = (giftCardCode == null ? accounts.of(paid.clientId()) : List.of(card(giftCardCode)))
                .stream()
                        .filter(it -> it.state() == Prepaid.State.ACTIVE)
                        .filter(it -> it.currency().equals(amount.currency()))
                        .toList();
        BigDecimal balance = from.stream()
                .map(Prepaid::balance)
                .reduce(new Money(BigDecimal.ZERO, amount.currency()).amount(), BigDecimal::add);
        if (balance.compareTo(amount.amount()) < 0) {
            throw Prepaid.tooLow(balance, amount.currency());
        }
        Prepaid.Use use = new Prepaid.Use(paid.clinicId(), paid.clientId(), payment);
        List<Change<?>> changes = new ArrayList<>();
        BigDecimal rest = amount.amount();
        for (Prepaid it : from) {
            BigDecimal part = rest.min(it.balance());
            if (part.signum() > 0) {
                changes.add(it.redeem(use, part, clock.instant()));
                rest = rest.subtract(part);
            }
        }
        return changes;
    }

    private Prepaid card(String code) {
        return accounts.withToken(codes.tokenOf(code))
                .filter(it -> it.state() == Prepaid.State.ACTIVE)
                .orElseThrow(
                        () -> Refusal.input("giftCardCode", "is no gift card that can be used; check the letters"));
    }

    /** A refund of a payment that was made with prepaid money goes back to where it came from. */
    public List<Change<?>> restore(PaymentDetails paid, PaymentId payment, Money refund) {
        Prepaid.Use use = new Prepaid.Use(paid.clinicId(), paid.clientId(), payment);
        List<Change<?>> changes = new ArrayList<>();
        BigDecimal rest = refund.amount();
        for (Prepaid it : accounts.usedBy(payment)) {
            BigDecimal part = rest.min(it.usedFor(payment));
            if (part.signum() > 0) {
                changes.add(it.restore(use, part, clock.instant()));
                rest = rest.subtract(part);
            }
        }
        return changes;
    }
}
