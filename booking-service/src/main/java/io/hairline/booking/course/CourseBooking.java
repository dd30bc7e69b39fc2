package io.hairline.booking.course;

import io.hairline.booking.allocation.SlotRequest;
import io.hairline.booking.course.deposit.CourseDeposits;
import io.hairline.booking.diary.Healing;
import io.hairline.booking.note.ReasonNotes;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.DepositRule;
import io.hairline.contracts.treatment.PlannedSession;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.ReplicaWait;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.time.BusinessClock;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Books all sessions of an accepted plan, or none. */
@Service
class CourseBooking {

    private final Courses courses;
    private final GroupBooking groupBooking;
    private final ReferenceData referenceData;
    private final EventLog eventLog;
    private final ReasonNotes notes;
    private final CourseDeposits deposits;
    private final Clock clock;

    CourseBooking(
            Courses courses,
            GroupBooking groupBooking,
            ReferenceData referenceData,
            EventLog eventLog,
            ReasonNotes notes,
            CourseDeposits deposits,
            Clock clock) {
        this.courses = courses;
        this.groupBooking = groupBooking;
        this.referenceData = referenceData;
        this.eventLog = eventLog;
        this.notes = notes;
        this.deposits = deposits;
        this.clock = clock;
    }

    /** A session that can't be had, and the free times nearest to it if another appointment has it. */
    public record Missing(int index, String serviceCode, String reason, String detail, Object alternatives) {}

    /** Another client's plan is answered like one that doesn't exist, and as late. */
    AcceptedPlan plan(PlanId id, ClientId client) {
        return ReplicaWait.await(
                () -> courses.plan(id).filter(it -> it.clientId().equals(client)));
    }

    /**
     * Books the sessions at these times; if there is a deposit, the times are kept until it is there.
     *
     * @param override why fewer days than usual lie between two of them, kept sealed; absent if nothing is overridden
     */
    Course book(PlanId plan, ClientId client, List<SlotRequest> wishes, @Nullable String override, String madeBy) {
        CourseId id = new CourseId(Ids.next(CourseId.PREFIX));
        List<AppointmentId> appointments = wishes.stream()
                .map(_ -> new AppointmentId(Ids.next(AppointmentId.PREFIX)))
                .toList();
        return book(id, plan(plan, client), appointments, wishes, override, madeBy);
    }

    private Course book(
            CourseId id,
            AcceptedPlan plan,
            List<AppointmentId> appointments,
            List<SlotRequest> wishes,
            @Nullable String override,
            String madeBy) {
        checkSessions(plan, wishes);
        BookingPolicy policy = referenceData.policy(wishes.getFirst().clinicId());
        Healing.check(Healing.rule(policy), wishes.stream().map(this::day).toList(), override != null);
        List<GroupBooking.Part> parts = new ArrayList<>();
        List<Course.Session> sessions = new ArrayList<>();
        for (int index = 0; index < wishes.size(); index++) {
            SlotRequest request = wishes.get(index);
            parts.add(new GroupBooking.Part(appointments.get(index), request));
            sessions.add(new Course.Session(
                    appointments.get(index),
                    request.serviceCode(),
                    request.clinicId(),
                    plan.sessions().get(index).price()));
        }
        DepositRule rule = Objects.requireNonNullElse(policy.deposit(), DepositRule.DEFAULT);
        Money deposit = Course.depositFor(plan.total(), rule);
        Instant now = clock.instant();
        Instant dueAt = deposit.amount().signum() == 0
                ? null
                : heldUntil(Course.depositDueAt(rule, now, wishes.getFirst().startsAt()));
        return eventLog.once(Course.class, () -> {
            Course before = courses.of(plan.id()).orElse(null);
            if (before != null && before.state() != Course.State.RELEASED) {
                throw Refusal.state(
                        "illegal-move", "This plan's course is booked already; GET /api/v1/courses shows it.");
            }
            CourseId course = before == null ? id : before.id();
            Change<Course> whole = Course.of(course, before, plan, sessions, deposit, madeBy, now, dueAt);
            return groupBooking
                    .book(
                            Course.class,
                            () -> deposits.expiring(notes.keep(whole, override)),
                            course,
                            plan.clientId(),
                            madeBy,
                            parts,
                            dueAt)
                    .orElseThrow(() -> notBooked(wishes));
        });
    }

    /** A demo's history tells of courses whose deposit was paid long ago: its times are not waited for. */
    private static @Nullable Instant heldUntil(Instant dueAt) {
        return BusinessClock.isOver(dueAt) ? null : dueAt;
    }

    private static void checkSessions(AcceptedPlan plan, List<SlotRequest> wishes) {
        List<String> planned =
                plan.sessions().stream().map(PlannedSession::serviceCode).toList();
        if (!wishes.stream().map(SlotRequest::serviceCode).toList().equals(planned)) {
            throw Refusal.input("sessions", "must be those of the plan, in its order: " + planned);
        }
        for (int index = 1; index < wishes.size(); index++) {
            if (!wishes.get(index).startsAt().isAfter(wishes.get(index - 1).startsAt())) {
                throw Refusal.input("sessions[" + index + "].startsAt", "must be after the session before it");
            }
        }
    }

    private LocalDate day(SlotRequest request) {
        Clinic clinic = clinic(request.clinicId());
        return LocalDate.ofInstant(request.startsAt(), clinic.zoneId());
    }

    Clinic clinic(ClinicId id) {
        return referenceData.clinic(id).orElseThrow(() -> Refusal.input("clinicId", "is not a clinic of the brand"));
    }

    private Refusal notBooked(List<SlotRequest> wishes) {
        List<Missing> missing = new ArrayList<>();
        for (int index = 0; index < wishes.size(); index++) {
            SlotRequest request = wishes.get(index);
            Optional<Refusal> obstacle = groupBooking.obstacle(request);
            if (obstacle.isPresent()) {
                Refusal it = obstacle.get();
                missing.add(new Missing(
                        index,
                        request.serviceCode(),
                        it.slug(),
                        it.detail(),
                        it.more().getOrDefault("alternatives", List.of())));
            }
        }
        return Refusal.state(
                        "course-not-booked", "Nothing is booked: some of the sessions can't be had at these times.")
                .with("sessions", missing);
    }
}
