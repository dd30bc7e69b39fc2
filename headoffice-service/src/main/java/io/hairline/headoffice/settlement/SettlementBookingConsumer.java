package io.hairline.headoffice.settlement;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PaymentId;
import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.booking.BookingEvent.AppointmentCompleted;
import io.hairline.contracts.booking.BookingEvent.CourseBooked;
import io.hairline.contracts.booking.BookingEvent.OfAppointment;
import io.hairline.contracts.booking.BookingEvent.OfClient;
import io.hairline.contracts.booking.BookingEvent.OfEnquiry;
import io.hairline.contracts.booking.BookingEvent.OfErasure;
import io.hairline.contracts.booking.BookingEvent.OfHeldCourse;
import io.hairline.contracts.booking.BookingEvent.OfPastAppointment;
import io.hairline.contracts.booking.BookingEvent.OfTask;
import io.hairline.contracts.booking.BookingEvent.OfWaitlistEntry;
import io.hairline.contracts.booking.BookingEvent.PaymentCaptured;
import io.hairline.contracts.booking.BookingEvent.PaymentDeclined;
import io.hairline.contracts.booking.BookingEvent.PaymentReassigned;
import io.hairline.contracts.booking.BookingEvent.PaymentRefundFailed;
import io.hairline.contracts.booking.BookingEvent.PaymentRefundRequested;
import io.hairline.contracts.booking.BookingEvent.PaymentRefundUnknown;
import io.hairline.contracts.booking.BookingEvent.PaymentRefunded;
import io.hairline.contracts.booking.BookingEvent.PaymentRequested;
import io.hairline.contracts.booking.BookingEvent.PrepaidRedeemed;
import io.hairline.contracts.booking.BookingEvent.PrepaidRestored;
import io.hairline.contracts.booking.BookingEvent.PrepaidSaleDeclined;
import io.hairline.contracts.booking.BookingEvent.PrepaidSaleRequested;
import io.hairline.contracts.booking.BookingEvent.PrepaidSold;
import io.hairline.contracts.booking.BookingEvent.PrepaidTakeBackFailed;
import io.hairline.contracts.booking.BookingEvent.PrepaidTakeBackRequested;
import io.hairline.contracts.booking.BookingEvent.PrepaidTakenBack;
import io.hairline.contracts.booking.BookingEvent.SlotsOffered;
import io.hairline.contracts.booking.PaymentDetails;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.money.MinorUnits;
import io.hairline.headoffice.settlement.SettlementEntry.Kind;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The clinic that sold a gift card or credit has the money: it owes it to the one where the money was used. What is paid for
 * a course or an appointment is noted, for another clinic may do the work.
 */
@Component
class SettlementBookingConsumer implements EventConsumer<BookingEvent> {

    private final SettlementStore store;
    private final ClinicDirectory clinics;

    SettlementBookingConsumer(SettlementStore store, ClinicDirectory clinics) {
        this.store = store;
        this.clinics = clinics;
    }

    @Override
    public Class<BookingEvent> hears() {
        return BookingEvent.class;
    }

    @Override
    public void on(BookingEvent event, ReceivedEvent received) {
        switch (event) {
            case PrepaidRedeemed it ->
                owes(it.soldInClinicId(), it.clinicId(), it.amount(), Kind.PREPAID_REDEEMED, it.paymentId(), received);
            case PrepaidRestored it ->
                owes(it.clinicId(), it.soldInClinicId(), it.amount(), Kind.PREPAID_RESTORED, it.paymentId(), received);
            case PaymentCaptured it ->
                money(it.paid(), withoutTip(it.paid().amount(), it.paid().tip()), received);
            case PaymentRefunded it -> money(it.paid(), -withoutTip(it.amount(), it.tip()), received);
            case PaymentReassigned it -> {
                long paid = store.paid(subject(it.previous()), received.subject());
                money(it.previous(), -paid, received);
                money(it.paid(), paid, received);
            }
            case AppointmentCompleted it -> done(it.slot().clinicId(), received);
            case PaymentRequested _, PaymentDeclined _ -> {}
            case PaymentRefundRequested _, PaymentRefundUnknown _, PaymentRefundFailed _ -> {}
            case PrepaidSaleRequested _, PrepaidSold _, PrepaidSaleDeclined _ -> {} // in one clinic
            case PrepaidTakeBackRequested _, PrepaidTakenBack _, PrepaidTakeBackFailed _ -> {}
            case OfAppointment _ -> {}
            case OfClient _,
                    OfEnquiry _,
                    OfErasure _,
                    OfHeldCourse _,
                    OfPastAppointment _,
                    OfTask _,
                    OfWaitlistEntry _ -> {}
            case CourseBooked _, SlotsOffered _ -> {}
        }
    }

    private void done(ClinicId clinic, ReceivedEvent received) {
        store.note(
                received.subject(),
                new PaidWork.Row(
                        true,
                        clinic,
                        null,
                        null,
                        day(clinic, received),
                        received.time(),
                        received.subject(),
                        received.version()));
    }

    /** More than was owed stays with the client, and isn't for this work. */
    private void money(PaymentDetails paid, long units, ReceivedEvent received) {
        String of = subject(paid);
        if (!of.isEmpty() && units != 0 && !PaymentDetails.PREPAID.equals(paid.kindCode())) {
            ClinicId clinic = paid.clinicId();
            store.note(
                    of,
                    PaidWork.Row.money(
                            clinic,
                            paid.amount().currency(),
                            units,
                            day(clinic, received),
                            received.time(),
                            received.subject(),
                            received.version()));
        }
    }

    private static String subject(PaymentDetails paid) {
        CourseId course = paid.courseId();
        AppointmentId appointment = paid.appointmentId();
        return course != null ? course.value() : appointment != null ? appointment.value() : "";
    }

    private static long withoutTip(Money amount, @Nullable Money tip) {
        return MinorUnits.of(amount) - (tip == null ? 0 : MinorUnits.of(tip));
    }

    private LocalDate day(ClinicId clinic, ReceivedEvent received) {
        return clinics.dayIn(clinic, received.time());
    }

    private void owes(
            ClinicId debtor, ClinicId creditor, Money amount, Kind kind, PaymentId paid, ReceivedEvent received) {
        if (debtor.equals(creditor)) {
            return;
        }
        LocalDate day = day(kind.servicing(debtor, creditor), received);
        store.add(new SettlementEntry(
                received.subject() + "." + received.version(),
                kind,
                debtor,
                creditor,
                amount.currency(),
                amount.amount().unscaledValue().longValueExact(),
                YearMonth.from(day).toString(),
                day,
                received.time(),
                paid.value(),
                received.subject(),
                received.version()));
    }
}
