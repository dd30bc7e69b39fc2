package io.hairline.booking.course.deposit;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.AppointmentScheduling;
import io.hairline.booking.appointment.DiaryWriter;
import io.hairline.booking.appointment.conflict.AppointmentConflict;
import io.hairline.booking.course.Course;
import io.hairline.booking.course.Courses;
import io.hairline.booking.course.GroupBooking;
import io.hairline.booking.note.ReasonNotes;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.booking.PlanOverride;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWork;
import io.hairline.kit.work.DueWorkHandler;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What becomes of times that are kept for a course's deposit: all are booked, or all are given back. Both write the course,
 * so of a payment and the end of its time that come at the same moment, one sees what the other did.
 */
@Service
public class CourseDeposits implements DueWorkHandler {

    private static final String KIND = "course-deposit";
    private static final String NOT_PAID = "DEPOSIT_NOT_PAID";
    private static final String GIVEN_BACK = "GIVEN_BACK";

    private final Courses courses;
    private final GroupBooking groupBooking;
    private final DiaryWriter diary;
    private final ReasonNotes notes;
    private final EventLog eventLog;
    private final DueWork dueWork;
    private final Clock clock;

    CourseDeposits(
            Courses courses,
            GroupBooking groupBooking,
            DiaryWriter diary,
            ReasonNotes notes,
            EventLog eventLog,
            DueWork dueWork,
            Clock clock) {
        this.courses = courses;
        this.groupBooking = groupBooking;
        this.diary = diary;
        this.notes = notes;
        this.eventLog = eventLog;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    /** In the transaction that keeps the times: the same, given back when the deposit isn't there in time. */
    public Change<Course> expiring(Change<Course> held) {
        Course it = held.next();
        if (it.depositDueAt() != null) {
            dueWork.at(it.depositDueAt(), KIND, it.id().value());
        }
        return held;
    }

    /**
     * In the transaction in which money for a course comes.
     *
     * @param paid all that is paid for the course by now
     * @return the course and its sessions as booked, if the deposit is whole; nothing if it isn't, or if they don't wait for it
     */
    public List<Change<?>> afterPayment(CourseId id, BigDecimal paid) {
        Course course = courses.require(id);
        boolean whole = paid.compareTo(course.deposit().amount()) >= 0;
        return whole && course.state() == Course.State.HELD ? List.of(confirmed(course, null, null)) : List.of();
    }

    /**
     * Books the sessions without the deposit.
     *
     * @param without who doesn't wait for it
     * @param words why, for the clinic's people
     */
    Course confirmWithout(CourseId id, PlanOverride without, @Nullable String words) {
        return eventLog.record(Course.class, () -> confirmed(held(id), without, words));
    }

    /** Plans may have changed while the times were kept, so each session is compared with them. */
    private Change<Course> confirmed(Course course, @Nullable PlanOverride without, @Nullable String words) {
        return course.confirm().with(ofSessions(course, it -> {
            dueWork.at(clock.instant(), AppointmentConflict.SEARCH, AppointmentConflict.searchOf(it));
            return notes.keep(it.confirmInCourse(without), words);
        }));
    }

    /** Gives the times back before the deposit is there. */
    Course giveBack(CourseId id) {
        return eventLog.record(Course.class, () -> released(held(id), GIVEN_BACK));
    }

    /** Money that has come is given back by the payments, who look at the course once more. */
    private Change<Course> released(Course course, String reasonCode) {
        dueWork.at(clock.instant(), AppointmentScheduling.REFUND, course.id().value());
        return course.release(reasonCode).with(ofSessions(course, it -> it.release(reasonCode)));
    }

    private List<Change<Appointment>> ofSessions(Course course, Function<Appointment, Change<Appointment>> command) {
        return groupBooking.ofCourse(course.id()).stream()
                .filter(Appointment::awaitsDeposit)
                .map(it -> diary.followed(command.apply(it)))
                .toList();
    }

    private Course held(CourseId id) {
        Course course = courses.require(id);
        if (course.state() != Course.State.HELD) {
            throw Refusal.state("illegal-move", "No times are kept for this course's deposit: it is " + course.state());
        }
        return course;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** The subject is the course. One that was booked anew meanwhile has a later end, and due work of its own. */
    @Override
    public void run(DueItem item) {
        var _ = eventLog.record(Course.class, () -> {
            Course course = courses.require(new CourseId(item.subject()));
            return course.isOverdue(clock.instant()) ? released(course, NOT_PAID) : Change.none(course);
        });
    }
}
