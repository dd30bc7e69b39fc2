package io.hairline.headoffice.royalty.base;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.Money;
import io.hairline.contracts.booking.BookingEvent;
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
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what payments, refunds and sales of prepaid money mean to royalties. */
@Component
class RoyaltyEventConsumer implements EventConsumer<BookingEvent> {

    private static final Set<String> PREPAID_METHODS = Set.of("GIFT_CARD", "PREPAID");

    private final RoyaltyEntries entries;
    private final ClinicDirectory clinics;

    RoyaltyEventConsumer(RoyaltyEntries entries, ClinicDirectory clinics) {
        this.entries = entries;
        this.clinics = clinics;
    }

    @Override
    public Class<BookingEvent> hears() {
        return BookingEvent.class;
    }

    @Override
    public void on(BookingEvent event, ReceivedEvent received) {
        switch (event) {
            case PaymentCaptured it -> {
                PaymentDetails paid = it.paid();
                BigDecimal net = paid.amount()
                        .amount()
                        .subtract(paid.tax().amount())
                        .subtract(paid.tip().amount());
                keep(id(received), paid, net, received);
            }
            case PaymentRefunded it -> {
                BigDecimal net = it.amount().amount().subtract(amount(it.tax())).subtract(amount(it.tip()));
                keep(id(received), it.paid(), net.negate(), received);
            }
            case PaymentReassigned it -> {
                BigDecimal left = MinorUnits.toAmount(
                        entries.net(received.subject()), it.paid().amount().currency());
                keep(id(received) + RoyaltyEntry.TAKEN_FROM, it.previous(), left.negate(), received);
                keep(id(received), it.paid(), left, received);
            }
            case PrepaidSold it ->
                keep(
                        id(received),
                        it.clinicId(),
                        it.amount(),
                        RoyaltyEntry.MONEY,
                        RoyaltyEntry.PREPAID,
                        null,
                        null,
                        received);
            case PrepaidTakenBack it -> {
                Money back =
                        new Money(it.amount().amount().negate(), it.amount().currency());
                keep(id(received), it.clinicId(), back, RoyaltyEntry.MONEY, RoyaltyEntry.PREPAID, null, null, received);
            }
            case PaymentRequested _, PaymentDeclined _ -> {} // nothing comes or goes
            case PaymentRefundRequested _, PaymentRefundUnknown _, PaymentRefundFailed _ -> {}
            case PrepaidSaleRequested _, PrepaidSaleDeclined _ -> {}
            case PrepaidRedeemed _, PrepaidRestored _ -> {} // the payment says it
            case PrepaidTakeBackRequested _, PrepaidTakeBackFailed _ -> {}
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

    private static String id(ReceivedEvent received) {
        return received.subject() + "." + received.version();
    }

    private void keep(String id, PaymentDetails paid, BigDecimal net, ReceivedEvent received) {
        keep(
                id,
                paid.clinicId(),
                new Money(net, paid.amount().currency()),
                PREPAID_METHODS.contains(paid.methodCode()) ? RoyaltyEntry.PREPAID : RoyaltyEntry.MONEY,
                category(paid),
                paid.appointmentId(),
                paid.courseId(),
                received);
    }

    private void keep(
            String id,
            ClinicId clinic,
            Money net,
            String tender,
            String category,
            @Nullable AppointmentId appointment,
            @Nullable CourseId course,
            ReceivedEvent received) {
        LocalDate day = clinics.dayIn(clinic, received.time());
        entries.add(new RoyaltyEntry(
                id,
                clinic,
                net.currency(),
                day,
                YearMonth.from(day).toString(),
                received.time(),
                received.type(),
                received.subject(),
                received.version(),
                tender,
                category,
                net.amount().unscaledValue().longValueExact(),
                appointment,
                course,
                null));
    }

    private static String category(PaymentDetails paid) {
        if (paid.paysForProduct()) {
            return RoyaltyEntry.PRODUCT;
        }
        return paid.courseId() == null ? RoyaltyEntry.VISIT : RoyaltyEntry.COURSE;
    }

    private static BigDecimal amount(@Nullable Money part) {
        return part == null ? BigDecimal.ZERO : part.amount();
    }
}
