package io.hairline.booking.payment;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PaymentId;
import io.hairline.contracts.booking.PaymentDetails;
import io.hairline.kit.web.Preconditions;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** A payment and its refunds. */
record PaymentView(
        PaymentId id,
        long version,
        Payment.State status,
        ClientId clientId,
        ClinicId clinicId,
        @Nullable AppointmentId appointmentId,
        @Nullable CourseId courseId,
        Money amount,
        Money tax,
        Money tip,
        Money refunded,
        String method,
        @Nullable String kind,
        Instant requestedAt,
        List<RefundView> refunds) {

    /**
     * One refund.
     *
     * @param status REQUESTED and UNKNOWN are still on their way; FAILED means that the provider refused it
     * @param failureCode why it failed
     */
    record RefundView(
            int number,
            Refund.State status,
            Money amount,
            String reasonCode,
            @Nullable String failureCode,
            Instant requestedAt) {

        static RefundView of(Refund it) {
            return new RefundView(
                    it.number(), it.state(), it.amount(), it.reasonCode(), it.failureCode(), it.requestedAt());
        }
    }

    static PaymentView of(Payment it) {
        PaymentDetails paid = it.paid();
        return new PaymentView(
                it.id(),
                it.version(),
                it.state(),
                paid.clientId(),
                paid.clinicId(),
                paid.appointmentId(),
                paid.courseId(),
                paid.amount(),
                paid.tax(),
                paid.tip(),
                new Money(it.refunded(), paid.amount().currency()),
                paid.methodCode(),
                paid.kindCode(),
                it.requestedAt(),
                it.refunds().stream().map(RefundView::of).toList());
    }

    static ResponseEntity<PaymentView> answer(HttpStatus status, Payment it) {
        return ResponseEntity.status(status).eTag(Preconditions.etag(it)).body(of(it));
    }
}
