package io.hairline.booking.payment.prepaid;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PaymentId;
import io.hairline.contracts.PrepaidId;
import io.hairline.kit.Refusal;
import io.hairline.kit.web.Preconditions;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * A gift card or credit.
 *
 * @param code on a gift card that was just sold; anybody who knows it can pay with the card
 * @param lines every movement with the balance after it
 */
record PrepaidView(
        PrepaidId id,
        Prepaid.Kind kind,
        Prepaid.State status,
        ClinicId clinicId,
        @Nullable ClientId clientId,
        Money amount,
        Money balance,
        @Nullable String code,
        List<LineView> lines) {

    /**
     * One movement.
     *
     * @param paymentId what it was used for; absent for the sale
     */
    record LineView(
            Instant at,
            Prepaid.Movement kind,
            Money amount,
            Money balance,
            ClinicId clinicId,
            @Nullable PaymentId paymentId) {}

    static PrepaidView of(Prepaid it, @Nullable String code) {
        return new PrepaidView(
                it.id(),
                it.sale().kind(),
                it.state(),
                it.sale().clinicId(),
                it.sale().clientId(),
                it.sale().amount(),
                new Money(it.balance(), it.currency()),
                code,
                lines(it));
    }

    private static List<LineView> lines(Prepaid it) {
        BigDecimal[] balance = {BigDecimal.ZERO};
        return it.lines().stream()
                .map(line -> {
                    balance[0] = balance[0].add(line.amount());
                    return new LineView(
                            line.at(),
                            line.movement(),
                            new Money(line.amount(), it.currency()),
                            new Money(balance[0], it.currency()),
                            line.clinicId(),
                            line.paymentId());
                })
                .toList();
    }

    /** The answer to a taking back; one that the provider refuses is refused. */
    static ResponseEntity<PrepaidView> takenBack(Prepaid after) {
        return switch (after.state()) {
            case TAKEN_BACK -> answer(HttpStatus.OK, after, null);
            case TAKING_BACK -> answer(HttpStatus.ACCEPTED, after, null);
            case ACTIVE, PENDING, DECLINED ->
                throw new Refusal(
                                Refusal.Kind.PAYMENT,
                                "refund-refused",
                                "The card provider refuses the refund; the money is still here. Pay it back another way.")
                        .with("prepaidId", after.id().value());
        };
    }

    private static ResponseEntity<PrepaidView> answer(HttpStatus status, Prepaid it, @Nullable String code) {
        return ResponseEntity.status(status).eTag(Preconditions.etag(it)).body(of(it, code));
    }

    /** The answer to a sale; a declined one is refused. */
    static ResponseEntity<PrepaidView> sold(Prepaid sold, @Nullable String code) {
        return switch (sold.state()) {
            case ACTIVE, TAKING_BACK, TAKEN_BACK -> answer(HttpStatus.CREATED, sold, code);
            case PENDING -> answer(HttpStatus.ACCEPTED, sold, code);
            case DECLINED ->
                throw new Refusal(
                        Refusal.Kind.PAYMENT,
                        "declined",
                        "The card was declined; nothing was taken. Try another card, or pay in cash.");
        };
    }
}
