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
import io.hairline.headoffice.money.MinorUnits;
import io.hairline.kit.consumer.ReceivedEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What an event means to royalties: one entry for a payment, a refund or a sale of prepaid money, two for what is booked on
 * something else, none for the others. A refund counts on the day on which it happened, whenever its payment was taken.
 */
public final class EventEntries {

    private static final Set<String> PREPAID_METHODS = Set.of("GIFT_CARD", "PREPAID");

    private final BiFunction<ClinicId, Instant, LocalDate> dayIn;
    private final ToLongFunction<String> leftOf;

    /**
     * @param dayIn the clinic's local day at an instant
     * @param leftOf what is left of a payment after refunds, in minor units
     */
    public EventEntries(BiFunction<ClinicId, Instant, LocalDate> dayIn, ToLongFunction<String> leftOf) {
        this.dayIn = dayIn;
        this.leftOf = leftOf;
    }

    public List<RoyaltyEntry> of(BookingEvent event, ReceivedEvent received) {
        return switch (event) {
            case PaymentCaptured it -> {
                PaymentDetails paid = it.paid();
                BigDecimal net = paid.amount()
                        .amount()
                        .subtract(paid.tax().amount())
                        .subtract(paid.tip().amount());
                yield List.of(entry(id(received), paid, net, received));
            }
            case PaymentRefunded it -> {
                BigDecimal net = it.amount().amount().subtract(amount(it.tax())).subtract(amount(it.tip()));
                yield List.of(entry(id(received), it.paid(), net.negate(), received));
            }
            case PaymentReassigned it -> {
                BigDecimal left = MinorUnits.toAmount(
                        leftOf.applyAsLong(received.subject()),
                        it.paid().amount().currency());
                yield List.of(
                        entry(id(received) + RoyaltyEntry.TAKEN_FROM, it.previous(), left.negate(), received),
                        entry(id(received), it.paid(), left, received));
            }
            case PrepaidSold it -> List.of(sale(it.clinicId(), it.amount(), received));
            case PrepaidTakenBack it -> {
                Money back =
                        new Money(it.amount().amount().negate(), it.amount().currency());
                yield List.of(sale(it.clinicId(), back, received));
            }
            case PaymentRequested _, PaymentDeclined _ -> List.of(); // nothing comes or goes
            case PaymentRefundRequested _, PaymentRefundUnknown _, PaymentRefundFailed _ -> List.of();
            case PrepaidSaleRequested _, PrepaidSaleDeclined _ -> List.of();
            case PrepaidRedeemed _, PrepaidRestored _ -> List.of(); // the payment says it
            case PrepaidTakeBackRequested _, PrepaidTakeBackFailed _ -> List.of();
            case OfAppointment _ -> List.of();
            case OfClient _,
                    OfEnquiry _,
                    OfErasure _,
                    OfHeldCourse _,
                    OfPastAppointment _,
                    OfTask _,
                    OfWaitlistEntry _ -> List.of();
            case CourseBooked _, SlotsOffered _ -> List.of();
        };
    }

    private static String id(ReceivedEvent received) {
        return received.subject() + "." + received.version();
    }

    private RoyaltyEntry sale(ClinicId clinic, Money net, ReceivedEvent received) {
        return entry(id(received), clinic, net, RoyaltyEntry.MONEY, RoyaltyEntry.PREPAID, null, null, received);
    }

    private RoyaltyEntry entry(String id, PaymentDetails paid, BigDecimal net, ReceivedEvent received) {
        return entry(
                id,
                paid.clinicId(),
                new Money(net, paid.amount().currency()),
                PREPAID_METHODS.contains(paid.methodCode()) ? RoyaltyEntry.PREPAID : RoyaltyEntry.MONEY,
                category(paid),
                paid.appointmentId(),
                paid.courseId(),
                received);
    }

    private RoyaltyEntry entry(
            String id,
            ClinicId clinic,
            Money net,
            String tender,
            String category,
            @Nullable AppointmentId appointment,
            @Nullable CourseId course,
            ReceivedEvent received) {
        LocalDate day = dayIn.apply(clinic, received.time());
        return new RoyaltyEntry(
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
                null);
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
