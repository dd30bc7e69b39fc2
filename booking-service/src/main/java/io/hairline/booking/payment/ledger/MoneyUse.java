package io.hairline.booking.payment.ledger;

import io.hairline.booking.course.Course;
import io.hairline.booking.payment.Payment;
import io.hairline.booking.payment.RefundCalculation;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PaymentId;
import io.hairline.contracts.booking.PaymentDetails;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What of the payments is used for treatments and what is lost, by how the appointments ended. */
final class MoneyUse {

    private final Map<CourseId, Course> courses = new LinkedHashMap<>();
    private final Map<AppointmentId, Ending> endings = new HashMap<>();

    MoneyUse(List<Course> courses) {
        courses.forEach(it -> this.courses.put(it.id(), it));
    }

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
    record Used(BigDecimal applied, BigDecimal forfeited) {
        static final Used NOTHING = new Used(BigDecimal.ZERO, BigDecimal.ZERO);

        Used plus(Used it) {
            return new Used(applied.add(it.applied), forfeited.add(it.forfeited));
        }
    }

    void completed(AppointmentId appointment) {
        endings.put(appointment, new Ending(Ending.Kind.COMPLETED, 0));
    }

    void cancelled(AppointmentId appointment, int refundPercent) {
        endings.put(appointment, new Ending(Ending.Kind.CANCELLED, refundPercent));
    }

    void noShow(AppointmentId appointment, Set<PaymentId> paidBefore, @Nullable Money fee) {
        endings.put(appointment, new Ending(Ending.Kind.NO_SHOW, 0, paidBefore, fee));
    }

    /** The fee for a no-show is owed no more; what was paid before it stays lost. */
    void waived(AppointmentId appointment) {
        endings.computeIfPresent(appointment, (_, ending) -> new Ending(ending.kind(), 0, ending.paidBefore(), null));
    }

    /** Takes an ending back; answers the fee that was owed for it. */
    @Nullable Money reopened(AppointmentId appointment) {
        Ending before = endings.remove(appointment);
        return before == null ? null : before.fee();
    }

    boolean isOpen(AppointmentId appointment) {
        return !endings.containsKey(appointment);
    }

    boolean knows(@Nullable CourseId course) {
        return course != null && courses.containsKey(course);
    }

    /** By currency. */
    Map<String, Used> of(Collection<Payment> payments) {
        Map<String, Used> all = new TreeMap<>();
        Map<String, List<Payment>> accounts = new LinkedHashMap<>();
        payments.forEach(it -> accounts.computeIfAbsent(it.subject() + " " + it.currency(), _ -> new ArrayList<>())
                .add(it));
        accounts.values().forEach(some -> {
            all.merge(some.getFirst().currency(), ofOneSubject(some), Used::plus);
        });
        return all;
    }

    private Used ofOneSubject(List<Payment> some) {
        PaymentDetails paid = some.getFirst().paid();
        if (paid.paysForProduct()) {
            return ofProduct(some.getFirst());
        }
        if (paid.appointmentId() != null) {
            return ofAppointment(some, paid.appointmentId());
        }
        Course course = courses.get(paid.courseId());
        return course == null ? Used.NOTHING : ofCourse(some, course);
    }

    /** What was bought over the counter has been handed over. */
    private static Used ofProduct(Payment it) {
        return new Used(it.refundable(), BigDecimal.ZERO);
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

    private static BigDecimal sum(List<BigDecimal> some) {
        return some.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
