package io.hairline.booking.payment.ledger;

import io.hairline.booking.course.Course;
import io.hairline.booking.payment.Payment;
import io.hairline.booking.payment.provider.PaymentProvider.RefundOutcome;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PaymentId;
import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.BookingEvent.AppointmentCancelled;
import io.hairline.contracts.booking.BookingEvent.AppointmentCompleted;
import io.hairline.contracts.booking.BookingEvent.AppointmentConflictFound;
import io.hairline.contracts.booking.BookingEvent.AppointmentConflictResolved;
import io.hairline.contracts.booking.BookingEvent.AppointmentExtended;
import io.hairline.contracts.booking.BookingEvent.AppointmentInConflict;
import io.hairline.contracts.booking.BookingEvent.AppointmentNoShow;
import io.hairline.contracts.booking.BookingEvent.AppointmentReinstated;
import io.hairline.contracts.booking.BookingEvent.AppointmentRescheduled;
import io.hairline.contracts.booking.BookingEvent.AppointmentStartUndone;
import io.hairline.contracts.booking.BookingEvent.AppointmentStarted;
import io.hairline.contracts.booking.BookingEvent.CheckInUndone;
import io.hairline.contracts.booking.BookingEvent.ClientCheckedIn;
import io.hairline.contracts.booking.BookingEvent.CourseBooked;
import io.hairline.contracts.booking.BookingEvent.NoShowFeeWaived;
import io.hairline.contracts.booking.BookingEvent.OfClient;
import io.hairline.contracts.booking.BookingEvent.OfEnquiry;
import io.hairline.contracts.booking.BookingEvent.OfPrepaid;
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
import io.hairline.contracts.booking.BookingEvent.SlotHeld;
import io.hairline.contracts.booking.BookingEvent.SlotReleased;
import io.hairline.contracts.booking.BookingEvent.SlotsOffered;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The account of some courses and appointments, told event by event. A balance is what the clinics hold of the client's
 * money: what came, less what was used for treatments, lost and given back. Each line changes it by its amount.
 */
final class Ledger {

    private final Map<PaymentId, Payment> payments = new LinkedHashMap<>();
    private final MoneyUse use;
    private final Map<String, BigDecimal> balances = new TreeMap<>();
    private final List<LedgerLine> lines = new ArrayList<>();

    private Map<String, MoneyUse.Used> used = Map.of();

    Ledger(List<Course> courses) {
        this.use = new MoneyUse(courses);
    }

    /** An event with what its envelope says. */
    record Entry(String id, Instant at, BookingEvent event) {}

    /** The lines of all events, which are given in the order in which they happened. */
    static List<LedgerLine> of(List<Course> courses, List<Entry> entries) {
        Ledger ledger = new Ledger(courses);
        entries.forEach(ledger::on);
        return List.copyOf(ledger.lines);
    }

    private void on(Entry entry) {
        switch (entry.event()) {
            case PaymentCaptured it -> captured(entry, it);
            case PaymentRefundRequested it ->
                change(
                        it.paymentId(),
                        payment -> payment.requestRefund(it.amount(), it.reasonCode(), it.appointmentId(), entry.at())
                                .next());
            case PaymentRefunded it -> refunded(entry, it);
            case PaymentRefundFailed it -> {
                change(
                        it.paymentId(),
                        payment -> payment.settleRefund(it.number(), new RefundOutcome.Failed(it.reasonCode()))
                                .next());
                line(entry, "REFUND_FAILED", zero(it.amount().currency()), it.paymentId(), null, null, null);
            }
            case AppointmentRescheduled it -> carriedOver(entry, it.appointmentId());
            case AppointmentCancelled it ->
                use.cancelled(it.appointmentId(), Objects.requireNonNullElse(it.refundPercent(), 0));
            case AppointmentNoShow it -> noShow(entry, it);
            case NoShowFeeWaived it -> waived(entry, it);
            case AppointmentCompleted it -> completed(entry, it.appointmentId());
            case AppointmentInConflict it -> completed(entry, it.appointmentId());
            case AppointmentReinstated it -> came(entry, it.appointmentId());
            case ClientCheckedIn it -> came(entry, it.appointmentId());
            case BookingEvent.OfErasure _,
                    OfClient _,
                    SlotHeld _,
                    SlotReleased _,
                    AppointmentBooked _,
                    CheckInUndone _,
                    AppointmentStarted _,
                    AppointmentStartUndone _,
                    AppointmentExtended _,
                    AppointmentConflictFound _,
                    AppointmentConflictResolved _,
                    OfEnquiry _,
                    OfTask _,
                    BookingEvent.OfPastAppointment _,
                    OfPrepaid _,
                    OfWaitlistEntry _,
                    CourseBooked _,
                    BookingEvent.OfHeldCourse _,
                    SlotsOffered _,
                    PaymentRequested _,
                    PaymentDeclined _,
                    PaymentRefundUnknown _,
                    PaymentReassigned _ -> {}
        }
        use(entry);
    }

    /** The fee is owed from now on, so the balance may be less than nothing until it is paid. */
    private void noShow(Entry entry, AppointmentNoShow it) {
        Set<PaymentId> before = payments.values().stream()
                .filter(payment -> it.appointmentId().equals(payment.paid().appointmentId()))
                .map(Payment::id)
                .collect(Collectors.toUnmodifiableSet());
        Money fee = it.fee();
        use.noShow(it.appointmentId(), before, fee);
        if (fee != null) {
            line(entry, "NO_SHOW_FEE", negative(fee), null, it.appointmentId(), null, null);
        }
    }

    /** What the client paid of the fee is the client's again, and stays on the account until it is given back. */
    private void waived(Entry entry, NoShowFeeWaived it) {
        use.waived(it.appointmentId());
        line(entry, "NO_SHOW_FEE_WAIVED", it.fee(), null, it.appointmentId(), null, null);
    }

    private void completed(Entry entry, AppointmentId appointment) {
        came(entry, appointment);
        use.completed(appointment);
    }

    private void came(Entry entry, AppointmentId appointment) {
        Money fee = use.reopened(appointment);
        if (fee != null) {
            line(entry, "NO_SHOW_FEE_WAIVED", fee, null, appointment, null, null);
        }
    }

    private void captured(Entry entry, PaymentCaptured it) {
        payments.put(
                it.paymentId(),
                Payment.captureAtOnce(it.paymentId(), it.paid(), "", entry.at()).next());
        AppointmentId appointment = it.paid().appointmentId();
        boolean before = appointment == null ? use.knows(it.paid().courseId()) : use.isOpen(appointment);
        line(
                entry,
                before ? "DEPOSIT_HELD" : "PAYMENT",
                it.paid().amount(),
                it.paymentId(),
                appointment,
                it.paid().tax(),
                it.paid().tip());
    }

    /** Cash goes back at once, and older refunds were never requested. */
    private void refunded(Entry entry, PaymentRefunded it) {
        Integer number = it.number();
        change(it.paymentId(), payment -> {
            if (number != null && payment.refund(number).isPresent()) {
                return payment.settleRefund(number, new RefundOutcome.Done()).next();
            }
            Payment asked = payment.requestRefund(it.amount(), it.reasonCode(), it.appointmentId(), entry.at())
                    .next();
            return asked.settleRefund(asked.refunds().size(), new RefundOutcome.Done())
                    .next();
        });
        line(entry, "REFUNDED", negative(it.amount()), it.paymentId(), it.appointmentId(), it.tax(), it.tip());
    }

    private void carriedOver(Entry entry, AppointmentId moved) {
        balances.forEach((currency, balance) -> {
            if (balance.signum() > 0) {
                line(entry, "DEPOSIT_CARRIED_OVER", zero(currency), null, moved, null, null);
            }
        });
    }

    private void change(PaymentId id, UnaryOperator<Payment> how) {
        payments.computeIfPresent(id, (_, it) -> how.apply(it));
    }

    /** What this event has used or lost of what is held; after a refund by people, less may have been used than before. */
    private void use(Entry entry) {
        Map<String, MoneyUse.Used> now = use.of(payments.values());
        now.forEach((currency, it) -> {
            MoneyUse.Used before = used.getOrDefault(currency, MoneyUse.Used.NOTHING);
            BigDecimal more = it.applied().subtract(before.applied());
            used(entry, kindOfUse(entry, more), more, currency);
            used(entry, "DEPOSIT_FORFEITED", it.forfeited().subtract(before.forfeited()), currency);
        });
        used = now;
    }

    private void used(Entry entry, String kind, BigDecimal more, String currency) {
        if (more.signum() != 0) {
            AppointmentId about = entry.event() instanceof BookingEvent.OfAppointment it ? it.appointmentId() : null;
            line(entry, kind, new Money(more.negate(), currency), null, about, null, null);
        }
    }

    private static String kindOfUse(Entry entry, BigDecimal more) {
        if (!isSale(entry.event())) {
            return "DEPOSIT_APPLIED";
        }
        return more.signum() < 0 ? "PRODUCT_RETURNED" : "PRODUCT_SOLD";
    }

    private static boolean isSale(BookingEvent event) {
        return switch (event) {
            case PaymentCaptured it -> it.paid().paysForProduct();
            case PaymentRefundRequested it -> it.paid().paysForProduct();
            case PaymentRefunded it -> it.paid().paysForProduct();
            case PaymentRefundFailed it -> it.paid().paysForProduct();
            default -> false;
        };
    }

    private void line(
            Entry entry,
            String kind,
            Money amount,
            @Nullable PaymentId payment,
            @Nullable AppointmentId appointment,
            @Nullable Money tax,
            @Nullable Money tip) {
        String currency = amount.currency();
        BigDecimal balance = balances.merge(currency, amount.amount(), BigDecimal::add);
        lines.add(new LedgerLine(
                entry.at(), kind, amount, new Money(balance, currency), entry.id(), payment, appointment, tax, tip));
    }

    private static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    private static Money negative(Money it) {
        return new Money(it.amount().negate(), it.currency());
    }
}
