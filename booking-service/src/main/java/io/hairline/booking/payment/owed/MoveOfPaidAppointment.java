package io.hairline.booking.payment.owed;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.AppointmentFollowUp;
import io.hairline.booking.payment.Payment;
import io.hairline.booking.payment.Payments;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.booking.BookingEvent.AppointmentRescheduled;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Refuses to move an appointment to a clinic of another currency once money is paid for it, or on its way: that money would pay
 * nothing there.
 */
@Component
class MoveOfPaidAppointment implements AppointmentFollowUp {

    private final Payments payments;
    private final ReferenceData referenceData;

    MoveOfPaidAppointment(Payments payments, ReferenceData referenceData) {
        this.payments = payments;
        this.referenceData = referenceData;
    }

    @Override
    public List<Change<?>> after(Change<Appointment> change) {
        if (change.event() instanceof AppointmentRescheduled it
                && !it.previous().clinicId().equals(it.slot().clinicId())) {
            check(payments.of(it.appointmentId()), currencyOf(it.slot().clinicId()));
        }
        return List.of();
    }

    private String currencyOf(ClinicId clinic) {
        return referenceData.clinic(clinic).map(Clinic::paidIn).orElseThrow(Refusal::notFound);
    }

    private static void check(List<Payment> paid, String currency) {
        paid.stream()
                .filter(it -> it.towardsPrice().signum() > 0 && !it.currency().equals(currency))
                .findFirst()
                .ifPresent(it -> {
                    throw Refusal.state(
                            "paid-in-other-currency",
                            "It is paid for in %s, and the other clinic takes %s. Cancel it and book there anew."
                                    .formatted(it.currency(), currency));
                });
    }
}
