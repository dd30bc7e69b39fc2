package io.hairline.booking.payment.cancellation;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.course.Course;
import io.hairline.booking.course.Courses;
import io.hairline.booking.course.GroupBooking;
import io.hairline.booking.payment.Payments;
import io.hairline.booking.payment.RefundCalculation;
import io.hairline.booking.payment.RefundCalculation.Portion;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.CourseId;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What policy gives back of the payments behind an appointment: its own, and its part of its course's. */
@Component
class PolicyRefunds {

    private final Payments payments;
    private final Courses courses;
    private final GroupBooking appointments;

    PolicyRefunds(Payments payments, Courses courses, GroupBooking appointments) {
        this.payments = payments;
        this.courses = courses;
        this.appointments = appointments;
    }

    /** What would go back, by currency, if the appointment were cancelled and gave back {@code percent}. */
    Map<String, BigDecimal> quote(Appointment it, int percent) {
        Map<String, BigDecimal> quote = new LinkedHashMap<>(
                RefundCalculation.due(payments.of(it.id()), RefundCalculation.ofAppointment(percent)));
        CourseId courseId = it.courseId();
        if (courseId != null) {
            Course course = courses.require(courseId);
            List<Appointment> all = appointments.ofCourse(courseId);
            RefundCalculation.change(
                            payments.of(courseId), rule(course, all, null, 0), rule(course, all, it.id(), percent))
                    .forEach((currency, more) -> quote.merge(currency, more, BigDecimal::add));
        }
        return quote;
    }

    /** What is to go back for an appointment that is cancelled. */
    List<Portion> due(Appointment cancelled, int percent) {
        CourseId courseId = cancelled.courseId();
        return Stream.concat(
                        RefundCalculation.portions(
                                payments.of(cancelled.id()), RefundCalculation.ofAppointment(percent))
                                .stream(),
                        courseId == null ? Stream.empty() : due(courses.require(courseId)).stream())
                .toList();
    }

    /** What is to go back for the cancelled sessions of a course. */
    List<Portion> due(Course course) {
        return RefundCalculation.portions(
                payments.of(course.id()), rule(course, appointments.ofCourse(course.id()), null, 0));
    }

    /** The rule for a course as it stands, or as it would with one more session cancelled. */
    private static RefundCalculation.Rule rule(
            Course course, List<Appointment> appointments, @Nullable AppointmentId alsoCancelled, int percent) {
        return RefundCalculation.ofCourse(
                course.deposit(), RefundCalculation.sessions(course, appointments, alsoCancelled, percent));
    }
}
