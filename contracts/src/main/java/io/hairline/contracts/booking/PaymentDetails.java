package io.hairline.contracts.booking;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a client pays for, and how; all three amounts in one currency.
 *
 * @param amount the whole sum, tax and tip included
 * @param methodCode {@code CARD}, {@code CASH}, {@code GIFT_CARD} or {@code PREPAID}
 * @param kindCode {@link #PREPAID} for more than was owed; one of {@link #SALES} for a product, without appointment and course; absent
 *     for what was owed
 */
public record PaymentDetails(
        ClientId clientId,
        ClinicId clinicId,
        @Nullable AppointmentId appointmentId,
        @Nullable CourseId courseId,
        Money amount,
        Money tax,
        Money tip,
        String methodCode,
        @Nullable String kindCode) {

    /** The {@link #kindCode} of a payment for more than is owed. */
    public static final String PREPAID = "PREPAID";

    /** The {@link #kindCode} of what is sold over the counter, as a regular expression. */
    public static final String SALES = "SALE_SPF|SALE_MOISTURISER|SALE_SHAMPOO|SALE_OTHER";

    /** Whether it is for a product that was sold over the counter. */
    public boolean paysForProduct() {
        return kindCode != null && kindCode.matches(SALES);
    }
}
