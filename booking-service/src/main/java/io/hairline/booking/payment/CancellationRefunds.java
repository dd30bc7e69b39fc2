package io.hairline.booking.payment;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.AppointmentScheduling;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.Money;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWorkHandler;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.springframework.stereotype.Component;

/** Gives back by itself what the policy says is hers when an appointment was cancelled. */
@Component
class CancellationRefunds implements DueWorkHandler {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Payments payments;
    private final PaymentProcessing taking;
    private final AppointmentScheduling scheduling;

    CancellationRefunds(Payments payments, PaymentProcessing taking, AppointmentScheduling scheduling) {
        this.payments = payments;
        this.taking = taking;
        this.scheduling = scheduling;
    }

    @Override
    public String kind() {
        return AppointmentScheduling.REFUND;
    }

    /** The subject is the appointment and the percentage that its policy gives back, parted by a slash. */
    @Override
    public void run(DueItem item) {
        String[] words = item.subject().split("/", 2);
        Appointment cancelled = scheduling.require(new AppointmentId(words[0]));
        BigDecimal left =
                payments.paidFor(cancelled).multiply(new BigDecimal(words[1])).divide(HUNDRED, 2, RoundingMode.HALF_UP);
        for (Payment payment : payments.behind(cancelled)) {
            BigDecimal part = payment.refundable().min(left);
            if (part.signum() > 0) {
                taking.refund(
                        payment.id(), new Money(part, payment.paid().amount().currency()), "APPOINTMENT_CANCELLED");
                left = left.subtract(part);
            }
        }
    }
}
