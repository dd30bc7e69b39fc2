package io.hairline.booking.course.replan;

import io.hairline.booking.allocation.SlotAllocation;
import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.Appointments;
import io.hairline.booking.appointment.ChangeReason;
import io.hairline.booking.appointment.DiaryWriter;
import io.hairline.booking.appointment.spacing.SessionHolds;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.CourseId;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Moves all sessions of a course that have to move to times that are held for them, or none. */
@Service
class ReplanConfirmation {

    /** The course asks for it, so it uses up none of the client's notice. */
    private static final ChangeReason REASON = new ChangeReason("HEALING_GAP", null, true);

    private final CourseSessions sessions;
    private final Replans replans;
    private final Appointments appointments;
    private final DiaryWriter diary;
    private final SessionHolds holds;
    private final EventLog eventLog;
    private final Clock clock;

    ReplanConfirmation(
            CourseSessions sessions,
            Replans replans,
            Appointments appointments,
            DiaryWriter diary,
            SessionHolds holds,
            EventLog eventLog,
            Clock clock) {
        this.sessions = sessions;
        this.replans = replans;
        this.appointments = appointments;
        this.diary = diary;
        this.holds = holds;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    /** A session, and the hold whose time it takes over. */
    record Move(AppointmentId appointmentId, String holdId, String holdToken) {}

    void confirm(CourseId course, List<Move> moves) {
        Map<AppointmentId, AppointmentId> taken = taken(moves);
        var _ = eventLog.once(Appointment.class, () -> {
            try {
                return eventLog.recordAll(Appointment.class, () -> moved(course, taken))
                        .getLast();
            } catch (DuplicateKeyException _) {
                throw SlotAllocation.clientBusy();
            }
        });
    }

    private Map<AppointmentId, AppointmentId> taken(List<Move> moves) {
        Map<AppointmentId, AppointmentId> taken = new HashMap<>();
        Set<AppointmentId> used = new HashSet<>();
        for (int index = 0; index < moves.size(); index++) {
            Move it = moves.get(index);
            AppointmentId hold = holds.appointmentOf(it.holdId(), it.holdToken());
            if (taken.put(it.appointmentId(), hold) != null) {
                throw Refusal.input("moves[" + index + "].appointmentId", "is moved already by another of these moves");
            }
            if (!used.add(hold)) {
                throw Refusal.input("moves[" + index + "].holdId", "is used already by another of these moves");
            }
        }
        return taken;
    }

    private List<Change<Appointment>> moved(CourseId course, Map<AppointmentId, AppointmentId> taken) {
        Replan replan = replans.of(course)
                .orElseThrow(() -> Refusal.state(
                        "hold-expired",
                        "No times are held for this course any more. Ask for new ones by POST /api/v1/courses/%s/replan-offers."
                                .formatted(course)));
        List<Change<Appointment>> changes = new ArrayList<>();
        List<Appointment> after = new ArrayList<>();
        for (Appointment it : sessions.inOrder(course)) {
            AppointmentId hold = taken.get(it.id());
            if (hold == null) {
                after.add(it);
            } else {
                Change<Appointment> moved = moved(it, appointments.require(hold));
                changes.add(moved);
                after.add(moved.next());
            }
        }
        if (changes.size() < taken.size() || !taken.keySet().stream().allMatch(replan::has)) {
            throw Refusal.input("moves", "names an appointment that is none of the sessions which have to move");
        }
        CourseSessions.check(after, List.copyOf(taken.keySet()));
        replan.holds()
                .filter(it -> !taken.containsValue(it))
                .map(it -> diary.followed(appointments.require(it).release("NOT_TAKEN")))
                .forEach(changes::addFirst);
        replans.remove(course);
        return changes;
    }

    /** The hold gives its place up before the session takes it, in the same transaction. */
    private Change<Appointment> moved(Appointment session, Appointment hold) {
        hold.requireHeldFor(session.requireMovable(clock.instant()), clock.instant());
        if (!hold.slot().serviceCode().equals(session.slot().serviceCode())) {
            throw Refusal.input(
                    "moves", "%s is to take a time that is held for another service".formatted(session.id()));
        }
        return diary.followed(session.takeOver(hold, REASON, clock.instant()))
                .with(List.of(diary.followed(hold.release("TAKEN_OVER"))));
    }
}
