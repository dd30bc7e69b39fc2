package io.hairline.booking.payment.cancellation;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.AppointmentScheduling;
import io.hairline.booking.course.Course;
import io.hairline.booking.course.Courses;
import io.hairline.booking.course.GroupBooking;
import io.hairline.booking.payment.Payment;
import io.hairline.booking.payment.Payments;
import io.hairline.booking.payment.RefundCalculation.Portion;
import io.hairline.booking.payment.RefundProcessing;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.Money;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWorkHandler;
import io.hairline.kit.work.PermanentFailure;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Requests the refunds that policy gives for what is cancelled. It is asked after each cancellation and after each payment,
 * so that money which comes late is under the same policy. What comes for a course whose times were given back goes back whole.
 */
@Component
class CancellationRefunds implements DueWorkHandler {

    private static final String REASON = "APPOINTMENT_CANCELLED";
    private static final String NOT_BOOKED = "COURSE_NOT_BOOKED";

    private final PolicyRefunds policy;
    private final Payments payments;
    private final RefundProcessing refunds;
    private final AppointmentScheduling scheduling;
    private final GroupBooking appointments;
    private final Courses courses;
    private final EventLog eventLog;

    CancellationRefunds(
            PolicyRefunds policy,
            Payments payments,
            RefundProcessing refunds,
            AppointmentScheduling scheduling,
            GroupBooking appointments,
            Courses courses,
            EventLog eventLog) {
        this.policy = policy;
        this.payments = payments;
        this.refunds = refunds;
        this.scheduling = scheduling;
        this.appointments = appointments;
        this.courses = courses;
        this.eventLog = eventLog;
    }

    @Override
    public String kind() {
        return AppointmentScheduling.REFUND;
    }

    /**
     * The subject is a course or an appointment; older ones have the percentage that goes back behind a slash.
     */
    @Override
    public void run(DueItem item) {
        try {
            settle(item);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new PermanentFailure("An amount that its currency doesn't have: " + item.subject());
        }
    }

    private void settle(DueItem item) {
        String[] words = item.subject().split("/", 2);
        if (words[0].startsWith(CourseId.PREFIX)) {
            settle(courses.require(new CourseId(words[0])));
            return;
        }
        Appointment it = scheduling.require(new AppointmentId(words[0]));
        if (it.isCancelled()) {
            int percent =
                    words.length > 1 ? Integer.parseInt(words[1]) : Objects.requireNonNullElse(it.refundPercent(), 0);
            payments.oneAtATime(
                    it.courseId() == null ? it.id().value() : it.courseId().value());
            request(policy.due(it, percent), it.id());
        }
    }

    private void settle(Course course) {
        payments.oneAtATime(course.id().value());
        if (course.state() == Course.State.RELEASED) {
            giveBack(payments.of(course.id()));
            return;
        }
        appointments.ofCourse(course.id()).stream()
                .filter(Appointment::isCancelled)
                .map(Appointment::id)
                .reduce((_, last) -> last)
                .ifPresent(it -> request(policy.due(course), it));
    }

    /** The times were given back before the course was booked: nothing of what came for it is the clinic's. */
    private void giveBack(List<Payment> all) {
        all.stream()
                .filter(it -> it.refundable().signum() > 0)
                .forEach(it -> eventLog.record(
                        Payment.class,
                        () -> refunds.request(it, new Money(it.refundable(), it.currency()), NOT_BOOKED, null)));
    }

    /** In the due work's transaction; one by one, because two payments may have used the same gift card. */
    private void request(List<Portion> portions, AppointmentId cancelled) {
        portions.forEach(it ->
                eventLog.record(Payment.class, () -> refunds.request(it.payment(), it.amount(), REASON, cancelled)));
    }
}
