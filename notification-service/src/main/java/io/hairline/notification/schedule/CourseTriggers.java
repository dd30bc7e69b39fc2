package io.hairline.notification.schedule;

import io.hairline.contracts.CourseId;
import io.hairline.contracts.booking.BookingEvent.CourseHeld;
import io.hairline.contracts.booking.BookingEvent.CourseReleased;
import io.hairline.contracts.booking.BookingEvent.OfHeldCourse;
import io.hairline.kit.consumer.ReceivedEvent;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells clients that times are kept for them until their deposit is there, and if that was in vain. */
@Component
class CourseTriggers {

    private static final String NOT_PAID = "DEPOSIT_NOT_PAID";

    private final MessageSchedule schedule;

    CourseTriggers(MessageSchedule schedule) {
        this.schedule = schedule;
    }

    void on(OfHeldCourse event, ReceivedEvent received) {
        switch (event) {
            case CourseHeld it ->
                schedule.follow(new CourseTrigger(
                        it.courseId(),
                        it.clientId(),
                        it.clinicId(),
                        CourseTrigger.State.HELD,
                        it.deposit(),
                        received.time(),
                        it.expiresAt(),
                        received.actor().equals(it.clientId().value())));
            case CourseReleased it ->
                find(it.courseId())
                        .map(known -> it.reasonCode().equals(NOT_PAID) ? known.lapsed(received.time()) : known.over())
                        .ifPresent(schedule::follow);
        }
    }

    /** The deposit is there, or nobody waits for it. */
    void booked(CourseId course) {
        find(course).ifPresent(it -> schedule.follow(it.over()));
    }

    private Optional<CourseTrigger> find(CourseId id) {
        return schedule.find(id.value()).map(CourseTrigger.class::cast);
    }
}
