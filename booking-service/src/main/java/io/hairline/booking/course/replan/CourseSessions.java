package io.hairline.booking.course.replan;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.Appointments;
import io.hairline.booking.appointment.Status;
import io.hairline.booking.appointment.conflict.AppointmentConflict;
import io.hairline.booking.course.Course;
import io.hairline.booking.course.Courses;
import io.hairline.booking.diary.Healing;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says which sessions of a course lie wrong when one of them moves or ends. */
@Component
class CourseSessions {

    private final Courses courses;
    private final Appointments appointments;
    private final Clock clock;

    CourseSessions(Courses courses, Appointments appointments, Clock clock) {
        this.courses = courses;
        this.appointments = appointments;
        this.clock = clock;
    }

    /** Those that took place or will, in the order in which the course has them. */
    List<Appointment> inOrder(CourseId id) {
        Course course = courses.require(id);
        Map<AppointmentId, Appointment> known = appointments.ofCourse(id).stream()
                .filter(it -> it.status().isActive() || it.status() == Status.COMPLETED)
                .collect(Collectors.toMap(Appointment::id, Function.identity()));
        return course.sessions().stream()
                .map(it -> known.get(it.appointmentId()))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * Refuses a place that is wrong beside a session which comes earlier in the course or can't move any more.
     *
     * @return the later sessions that lie wrong from now on, or right again
     */
    List<Change<Appointment>> afterMove(Appointment moving, AppointmentSlot to) {
        CourseId course = moving.courseId();
        if (course == null) {
            return List.of();
        }
        PlannedSession moved = PlannedSession.at(to);
        List<Appointment> before = new ArrayList<>();
        List<Change<Appointment>> changes = new ArrayList<>();
        boolean isLater = false;
        for (Appointment it : inOrder(course)) {
            if (it.id().equals(moving.id())) {
                isLater = true;
                continue;
            }
            PlannedSession there = PlannedSession.of(it);
            long least = least(moving, it);
            Optional<String> wrong = isLater ? there.wrongAfter(moved, least) : moved.wrongAfter(there, least);
            if (!isLater || !it.isMovable(clock.instant())) {
                wrong.ifPresent(_ -> refuse(moved, it, least, wrong.get()));
            } else if (wrong.isPresent() || liesRightAfter(before, it)) {
                changes.add(AppointmentConflict.of(it).withCourse(wrong.orElse(null)));
            }
            before.add(it);
        }
        return changes;
    }

    /** The later sessions that lie right again without one. */
    List<Change<Appointment>> afterEnd(Appointment ended) {
        CourseId course = ended.courseId();
        if (course == null) {
            return List.of();
        }
        List<Appointment> before = new ArrayList<>();
        List<Change<Appointment>> changes = new ArrayList<>();
        for (Appointment it : inOrder(course)) {
            if (!it.id().equals(ended.id())) {
                if (liesRightAfter(before, it)) {
                    changes.add(AppointmentConflict.of(it).withCourse(null));
                }
                before.add(it);
            }
        }
        return changes;
    }

    private static boolean liesRightAfter(List<Appointment> before, Appointment session) {
        int least = Healing.rule(session.policy()).minDays();
        return before.stream()
                .noneMatch(it -> PlannedSession.of(session)
                        .wrongAfter(PlannedSession.of(it), least)
                        .isPresent());
    }

    /** Fewer days than usual that a manager agreed to when the course was booked stay agreed; fewer than those don't. */
    private static long least(Appointment moving, Appointment other) {
        HealingRule rule = Healing.rule(moving.policy());
        if (AppointmentConflict.of(moving).isWithItsCourse()
                || AppointmentConflict.of(other).isWithItsCourse()) {
            return rule.minDays();
        }
        long agreed = PlannedSession.of(moving).daysFrom(PlannedSession.of(other));
        return Math.max(rule.floorDays(), Math.min(rule.minDays(), agreed));
    }

    private static void refuse(PlannedSession moved, Appointment other, long least, String why) {
        if (why.equals(PlannedSession.OUT_OF_ORDER)) {
            throw Refusal.rule(
                    "sessions-out-of-order",
                    "%s is on %s, and %s can't be on the other side of it."
                            .formatted(other.slot().serviceCode(), other.day(), moved.serviceCode()));
        }
        throw Refusal.rule(
                "healing-gap",
                "%s and %s would be %d days apart; take a day %d or more from %s."
                        .formatted(
                                other.slot().serviceCode(),
                                moved.serviceCode(),
                                moved.daysFrom(PlannedSession.of(other)),
                                least,
                                other.day()));
    }

    /**
     * Refuses sessions that lie wrong for each other.
     *
     * @param moved those that are looked at, with all others
     */
    static void check(List<Appointment> inOrder, List<AppointmentId> moved) {
        for (int later = 1; later < inOrder.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                Appointment one = inOrder.get(earlier);
                Appointment other = inOrder.get(later);
                if (moved.contains(one.id())
                        || moved.contains(other.id())
                        || AppointmentConflict.of(other).isWithItsCourse()) {
                    int least = Healing.rule(other.policy()).minDays();
                    PlannedSession.of(other)
                            .wrongAfter(PlannedSession.of(one), least)
                            .ifPresent(why -> refuse(PlannedSession.of(other), one, least, why));
                }
            }
        }
    }

    /**
     * Why a session has to move; absent if it doesn't.
     *
     * @param shifted where sessions before it will be at the latest, as far as they have to move
     */
    static @Nullable String reason(Appointment session, List<PlannedSession> shifted) {
        if (session.conflict() != null && AppointmentConflict.of(session).isWithItsCourse()) {
            return session.conflict();
        }
        int least = Healing.rule(session.policy()).minDays();
        boolean follows = shifted.stream()
                .anyMatch(it -> PlannedSession.of(session).wrongAfter(it, least).isPresent());
        return follows ? "FOLLOWS" : null;
    }
}
