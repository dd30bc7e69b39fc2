package io.hairline.booking.payment.ledger;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PaymentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an account.
 *
 * @param kind {@code DEPOSIT_HELD}, {@code PAYMENT} after the treatment, {@code DEPOSIT_APPLIED} to a treatment, {@code PRODUCT_SOLD}
 *     or {@code PRODUCT_RETURNED}, {@code DEPOSIT_CARRIED_OVER} to another time, {@code DEPOSIT_FORFEITED}, {@code REFUNDED} or {@code REFUND_FAILED}
 * @param amount by which the balance changes; negative for what leaves it
 * @param balance what is held after it, in the same currency
 * @param event id of the event that it comes from
 * @param tax how much of the amount is tax, for payments and refunds
 * @param tip how much of the amount is tip, for payments and refunds
 */
record LedgerLine(
        Instant at,
        String kind,
        Money amount,
        Money balance,
        String event,
        @Nullable PaymentId paymentId,
        @Nullable AppointmentId appointmentId,
        @Nullable Money tax,
        @Nullable Money tip) {}
