package io.hairline.portal.appointment;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.brand.Money;
import org.jspecify.annotations.Nullable;

/** What a client paid, or what the provider still thinks about. */
public record Payment(
        String id,
        String status,
        Money amount,
        @Nullable Money refunded,
        String method,
        @Nullable Money tax,
        @Nullable Money tip,
        @Nullable String clinicId,
        @Nullable String kind) {

    /** Whether it was for a product that a clinic sold. */
    public boolean isForProductOf(String clinic) {
        return clinic.equals(clinicId) && kind != null && kind.startsWith("SALE_");
    }

    /** What it was for beyond what was owed, such as "Moisturiser". */
    public String kindWords() {
        return kind == null ? "" : CodeLabels.label("payment.kind", kind);
    }

    /** Whether a part of it can still go back. */
    public boolean isRefundable() {
        return status.equals("CAPTURED") && left().amount().signum() > 0;
    }

    /** Whether something of it has gone back. */
    public boolean isGivenBack() {
        return refunded != null && !refunded.isNothing();
    }

    /** What has not gone back. */
    public Money left() {
        return refunded == null ? amount : new Money(amount.amount().subtract(refunded.amount()), amount.currency());
    }

    public String words() {
        String parts = Money.parts(tax, tip);
        return CodeLabels.label("payment.method", method)
                + ", "
                + CodeLabels.label("payment.status", status)
                + (parts.isEmpty() ? "" : ", " + parts);
    }
}
