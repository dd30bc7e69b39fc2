package io.hairline.booking.payment.owed;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.AppointmentScheduling;
import io.hairline.booking.appointment.Status;
import io.hairline.booking.course.Course;
import io.hairline.booking.course.Courses;
import io.hairline.booking.course.GroupBooking;
import io.hairline.booking.payment.Payment;
import io.hairline.booking.payment.Payments;
import io.hairline.booking.payment.RefundCalculation;
import io.hairline.booking.payment.RefundCalculation.CourseSession;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.Money;
import io.hairline.contracts.booking.PaymentDetails;
import io.hairline.kit.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is still to be paid for an appointment or a course; a payment beyond that says that it is one. */
@Component
public class AmountOwed {

    private final Payments payments;
    private final AppointmentScheduling scheduling;
    private final GroupBooking appointments;
    private final Courses courses;
    private final ReferenceData referenceData;

    AmountOwed(
            Payments payments,
            AppointmentScheduling scheduling,
            GroupBooking appointments,
            Courses courses,
            ReferenceData referenceData) {
        this.payments = payments;
        this.scheduling = scheduling;
        this.appointments = appointments;
        this.courses = courses;
        this.referenceData = referenceData;
    }

    /** Refuses a payment of more than is owed. Called in the transaction that takes it: of several at once, each sees those before it. */
    public void check(PaymentDetails paid) {
        if (paid.paysForProduct()) {
            return; // what is bought has no account on which something could be owed
        }
        AppointmentId id = paid.appointmentId();
        Optional<BigDecimal> owed = id == null
                ? forCourse(
                        courses.require(Objects.requireNonNull(paid.courseId())),
                        paid.amount().currency())
                : forAppointment(scheduling.require(id), paid.amount().currency());
        BigDecimal towardsPrice = paid.amount().amount().subtract(paid.tip().amount());
        if (!PaymentDetails.PREPAID.equals(paid.kindCode())
                && owed.isPresent()
                && towardsPrice.compareTo(owed.get()) > 0) {
            Money rest = new Money(owed.get(), paid.amount().currency());
            throw Refusal.rule(
                            "more-than-owed",
                            "%s %s are owed, the tip not counted. Take no more, or say that what is more is prepaid (kind PREPAID)."
                                    .formatted(rest.amount().toPlainString(), rest.currency()))
                    .with("owed", rest);
        }
    }

    private Optional<BigDecimal> forAppointment(Appointment it, String currency) {
        if (it.isCancelled() || it.status() == Status.EXPIRED) {
            throw Refusal.state("illegal-move", "The appointment is " + it.status() + ", so nothing is paid for it.");
        }
        if (it.awaitsDeposit()) {
            throw it.illegalMove("paid");
        }
        payments.oneAtATime(
                it.courseId() == null ? it.id().value() : it.courseId().value());
        return rest(it, currency);
    }

    /**
     * What is still to be paid for an appointment, in its clinic's currency; absent while nothing is taken for it (it is
     * cancelled, or its course waits for the deposit), and where the catalogue has no price.
     */
    Optional<Money> of(Appointment it) {
        if (it.isCancelled() || it.status() == Status.EXPIRED || it.awaitsDeposit()) {
            return Optional.empty();
        }
        return referenceData
                .clinic(it.slot().clinicId())
                .map(Clinic::paidIn)
                .flatMap(currency -> rest(it, currency).map(amount -> new Money(amount, currency)));
    }

    private Optional<BigDecimal> rest(Appointment it, String currency) {
        if (it.status() == Status.NO_SHOW) {
            return Optional.of(unpaidNoShowFee(it, currency));
        }
        return price(it, currency).map(price -> {
            BigDecimal rest = price.subtract(paidTowards(payments.of(it.id()), currency));
            return (it.courseId() == null ? rest : rest.min(rest(courses.require(it.courseId()), currency)))
                    .max(BigDecimal.ZERO);
        });
    }

    /** What was paid before the client failed to come is lost, and pays nothing of the fee. */
    private BigDecimal unpaidNoShowFee(Appointment it, String currency) {
        Appointment.NoShowFee fee = it.noShowFee();
        if (fee == null || !fee.amount().currency().equals(currency)) {
            return BigDecimal.ZERO;
        }
        List<Payment> since = payments.of(it.id()).stream()
                .filter(payment -> !payment.requestedAt().isBefore(fee.since()))
                .toList();
        return fee.amount().amount().subtract(paidTowards(since, currency)).max(BigDecimal.ZERO);
    }

    private Optional<BigDecimal> forCourse(Course course, String currency) {
        payments.oneAtATime(course.id().value());
        if (course.state() == Course.State.RELEASED) {
            throw Refusal.state("illegal-move", "The course's times were given back. Book them again before you pay.");
        }
        if (appointments.ofCourse(course.id()).stream().allMatch(Appointment::isCancelled)) {
            throw Refusal.state("illegal-move", "All sessions of the course are cancelled, so nothing is paid for it.");
        }
        return course.total().currency().equals(currency)
                ? Optional.of(rest(course, currency).max(BigDecimal.ZERO))
                : Optional.empty();
    }

    /** Empty if there is no price, or none in this currency. */
    private Optional<BigDecimal> price(Appointment it, String currency) {
        if (it.courseId() == null) {
            return catalogued(it, currency);
        }
        return courses.require(it.courseId()).sessions().stream()
                .filter(session -> session.appointmentId().equals(it.id()))
                .map(Course.Session::price)
                .findFirst()
                .filter(one -> one.currency().equals(currency) || one.amount().signum() == 0)
                .map(Money::amount);
    }

    /** Where the price depends on zones, density and numbing, the most that they make of it. */
    private Optional<BigDecimal> catalogued(Appointment it, String currency) {
        String service = it.slot().serviceCode();
        return referenceData.isFree(service)
                ? Optional.of(BigDecimal.ZERO)
                : referenceData
                        .highestPrice(service, currency, it.slot().localStart().toLocalDate())
                        .map(Money::amount);
    }

    /** The prices of the sessions that stand and what cancelled ones keep, less all that was paid for them. */
    private BigDecimal rest(Course course, String currency) {
        List<Appointment> all = appointments.ofCourse(course.id());
        List<CourseSession> sessions = RefundCalculation.sessions(course, all, null, 0);
        List<BigDecimal> shares = RefundCalculation.shares(
                course.deposit().amount(), sessions.size(), course.deposit().currency());
        BigDecimal rest = BigDecimal.ZERO;
        for (int index = 0; index < sessions.size(); index++) {
            CourseSession session = sessions.get(index);
            Integer percent = session.refundPercent();
            rest = rest.add(percent == null ? session.price() : percent == 100 ? BigDecimal.ZERO : shares.get(index));
        }
        rest = rest.subtract(paidTowards(payments.of(course.id()), currency));
        for (Appointment it : all) {
            if (!it.isCancelled()) {
                rest = rest.subtract(paidTowards(payments.of(it.id()), currency));
            }
        }
        return rest;
    }

    private static BigDecimal paidTowards(List<Payment> some, String currency) {
        return RefundCalculation.sum(some.stream()
                .filter(it -> it.currency().equals(currency))
                .map(Payment::towardsPrice)
                .toList());
    }
}
