package io.hairline.contracts.booking;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a client pays for, and how; all three amounts in one currency, the clinic's.
 *
 * @param amount the whole sum, tax and tip included
 * @param methodCode such as {@code CARD} or {@code CASH}
 */
public record PaymentDetails(
        ClientId clientId,
        ClinicId clinicId,
        @Nullable AppointmentId appointmentId,
        @Nullable CourseId courseId,
        Money amount,
        Money tax,
        Money tip,
        String methodCode) {}
