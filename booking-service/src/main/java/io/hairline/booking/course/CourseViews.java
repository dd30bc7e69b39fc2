package io.hairline.booking.course;

import org.springframework.stereotype.Component;

/** Shows courses as the API has them, with their appointments and what was paid. */
@Component
public class CourseViews {

    private final GroupBooking groupBooking;
    private final CoursePayments payments;

    CourseViews(GroupBooking groupBooking, CoursePayments payments) {
        this.groupBooking = groupBooking;
        this.payments = payments;
    }

    /** With its appointments as they are now. */
    public CourseView of(Course course) {
        return CourseView.of(course, groupBooking.ofCourse(course.id()), payments.paidFor(course.id(), course.total()));
    }
}
