package io.hairline.booking.payment.ledger;

import io.hairline.booking.course.Course;
import io.hairline.booking.payment.Payment;
import io.hairline.booking.payment.RefundCalculation;
import io.hairline.booking.payment.provider.PaymentProvider.RefundOutcome;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.CourseId;
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
import io.hairline.contracts.booking.BookingEvent.AppointmentStarted;
import io.hairline.contracts.booking.BookingEvent.CheckInUndone;
import io.hairline.contracts.booking.BookingEvent.ClientCheckedIn;
import io.hairline.contracts.booking.BookingEvent.CourseBooked;
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
import java.util.HashMap;
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

    private final Map<CourseId, Course> courses = new LinkedHashMap<>();
    private final Map<PaymentId, Payment> payments = new LinkedHashMap<>();
    private final Map<AppointmentId, Ending> endings = new HashMap<>();
    private final Map<String, BigDecimal> balances = new TreeMap<>();
    private final List<LedgerLine> lines = new ArrayList<>();

    private Map<String, Used> used = Map.of();

    Ledger(List<Course> courses) {
        courses.forEach(it -> this.courses.put(it.id(), it));
    }

    /** An event with what its envelope says. */
    record Entry(String id, Instant at, BookingEvent event) {}

    /**
     * How an appointment ended.
     *
     * @param refundPercent for those that were cancelled
     * @param paidBefore the payments that a no-show loses; later ones are for its fee
     * @param fee owed for a no-show
     */
    private record Ending(
            Kind kind,
            int refundPercent,
            Set<PaymentId> paidBefore,
            @Nullable Money fee) {

        Ending(Kind kind, int refundPercent) {
            this(kind, refundPercent, Set.of(), null);
        }

        enum Kind {
            COMPLETED,
            CANCELLED,
            NO_SHOW
        }
    }

    /** What was used for treatments and what was lost. */
    private record Used(BigDecimal applied, BigDecimal forfeited) {
        static final Used NOTHING = new Used(BigDecimal.ZERO, BigDecimal.ZERO);

        Used plus(Used it) {
            return new Used(applied.add(it.applied), forfeited.add(it.forfeited));
        }
    }

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
                endings.put(
                        it.appointmentId(),
                        new Ending(Ending.Kind.CANCELLED, Objects.requireNonNullElse(it.refundPercent(), 0)));
            case AppointmentNoShow it -> noShow(entry, it);
            case AppointmentCompleted it -> completed(entry, it.appointmentId());
            case AppointmentInConflict it -> completed(entry, it.appointmentId());
            case AppointmentReinstated it -> came(entry, it.appointmentId());
            case ClientCheckedIn it -> came(entry, it.appointmentId());
            case OfClient _,
                    SlotHeld _,
                    SlotReleased _,
                    AppointmentBooked _,
                    CheckInUndone _,
                    AppointmentStarted _,
                    AppointmentExtended _,
                    AppointmentConflictFound _,
                    AppointmentConflictResolved _,
                    OfEnquiry _,
                    OfTask _,
                    OfPrepaid _,
                    OfWaitlistEntry _,
                    CourseBooked _,
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
        endings.put(it.appointmentId(), new Ending(Ending.Kind.NO_SHOW, 0, before, fee));
        if (fee != null) {
            line(entry, "NO_SHOW_FEE", negative(fee), null, it.appointmentId(), null, null);
        }
    }

    private void completed(Entry entry, AppointmentId appointment) {
        came(entry, appointment);
        endings.put(appointment, new Ending(Ending.Kind.COMPLETED, 0));
    }

    private void came(Entry entry, AppointmentId appointment) {
        Ending before = endings.remove(appointment);
        if (before != null && before.fee() != null) {
            line(entry, "NO_SHOW_FEE_WAIVED", before.fee(), null, appointment, null, null);
        }
    }

    private void captured(Entry entry, PaymentCaptured it) {
        payments.put(
                it.paymentId(),
                Payment.take(it.paymentId(), it.paid(), "", entry.at()).next());
        AppointmentId appointment = it.paid().appointmentId();
        boolean before =
                appointment == null ? courses.containsKey(it.paid().courseId()) : !endings.containsKey(appointment);
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
        Map<String, Used> now = used();
        now.forEach((currency, it) -> {
            Used before = used.getOrDefault(currency, Used.NOTHING);
            used(entry, "DEPOSIT_APPLIED", it.applied().subtract(before.applied()), currency);
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

    private Map<String, Used> used() {
        Map<String, Used> all = new TreeMap<>();
        Map<String, List<Payment>> accounts = new LinkedHashMap<>();
        payments.values()
                .forEach(it -> accounts.computeIfAbsent(it.subject() + " " + it.currency(), _ -> new ArrayList<>())
                        .add(it));
        accounts.values().forEach(some -> {
            Payment first = some.getFirst();
            AppointmentId appointment = first.paid().appointmentId();
            Course course = courses.get(first.paid().courseId());
            Used one = appointment != null
                    ? ofAppointment(some, appointment)
                    : course == null ? Used.NOTHING : ofCourse(some, course);
            all.merge(first.currency(), one, Used::plus);
        });
        return all;
    }

    private Used ofAppointment(List<Payment> some, AppointmentId id) {
        Ending ending = endings.get(id);
        if (ending == null) {
            return Used.NOTHING;
        }
        BigDecimal paid = sum(some.stream().map(Payment::underPolicy).toList());
        return switch (ending.kind()) {
            case COMPLETED -> new Used(paid, BigDecimal.ZERO);
            case NO_SHOW ->
                new Used(
                        BigDecimal.ZERO,
                        sum(some.stream()
                                .filter(it -> ending.paidBefore().contains(it.id()))
                                .map(Payment::underPolicy)
                                .toList()));
            case CANCELLED ->
                new Used(
                        BigDecimal.ZERO,
                        paid.subtract(RefundCalculation.ofAppointment(ending.refundPercent())
                                .entitled(some, some.getFirst().currency())));
        };
    }

    /** Shares of the deposit, as refunds count them; what was paid beyond it is used up by the sessions that were held. */
    private Used ofCourse(List<Payment> some, Course course) {
        String currency = some.getFirst().currency();
        BigDecimal paid = sum(some.stream().map(Payment::underPolicy).toList());
        BigDecimal held = paid.min(course.deposit().amount());
        int count = course.sessions().size();
        List<BigDecimal> shares = RefundCalculation.shares(held, count, currency);
        List<BigDecimal> full = RefundCalculation.shares(course.deposit().amount(), count, currency);
        BigDecimal applied = BigDecimal.ZERO;
        BigDecimal forfeited = BigDecimal.ZERO;
        BigDecimal done = BigDecimal.ZERO;
        for (int index = 0; index < count; index++) {
            Course.Session session = course.sessions().get(index);
            Ending ending = endings.get(session.appointmentId());
            if (ending == null) {
                continue;
            }
            switch (ending.kind()) {
                case COMPLETED -> {
                    applied = applied.add(shares.get(index));
                    done = done.add(
                            session.price().amount().subtract(full.get(index)).max(BigDecimal.ZERO));
                }
                case NO_SHOW -> forfeited = forfeited.add(shares.get(index));
                case CANCELLED ->
                    forfeited = forfeited
                            .add(shares.get(index))
                            .subtract(RefundCalculation.percent(shares.get(index), ending.refundPercent(), currency));
            }
        }
        return new Used(applied.add(done.min(paid.subtract(held))), forfeited);
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

    private static BigDecimal sum(List<BigDecimal> some) {
        return some.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    private static Money negative(Money it) {
        return new Money(it.amount().negate(), it.currency());
    }
}
