package io.hairline.booking.course;

import io.hairline.booking.allocation.SlotRequest;
import io.hairline.booking.diary.Healing;
import io.hairline.booking.note.ReasonNotes;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.DepositRule;
import io.hairline.contracts.treatment.PlannedSession;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.ReplicaWait;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
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
public class CourseBooking {

    private final Courses courses;
    private final GroupBooking groupBooking;
    private final ReferenceData referenceData;
    private final EventLog eventLog;
    private final ReasonNotes notes;
    private final Clock clock;

    CourseBooking(
            Courses courses,
            GroupBooking groupBooking,
            ReferenceData referenceData,
            EventLog eventLog,
            ReasonNotes notes,
            Clock clock) {
        this.courses = courses;
        this.groupBooking = groupBooking;
        this.referenceData = referenceData;
        this.eventLog = eventLog;
        this.notes = notes;
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
     * Books the sessions at these times.
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

    /** Books under ids that the caller has chosen. */
    public Course book(
            CourseId id,
            PlanId plan,
            ClientId client,
            List<AppointmentId> appointments,
            List<SlotRequest> wishes,
            String madeBy) {
        return book(id, plan(plan, client), appointments, wishes, null, madeBy);
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
        DepositRule deposit = Objects.requireNonNullElse(policy.deposit(), DepositRule.DEFAULT);
        Instant now = clock.instant();
        return eventLog.once(Course.class, () -> {
            if (courses.hasFor(plan.id())) {
                throw Refusal.state(
                        "illegal-move", "This plan's course is booked already; GET /api/v1/courses shows it.");
            }
            Change<Course> whole = Course.book(id, plan, sessions, deposit, madeBy, now);
            return groupBooking
                    .book(Course.class, () -> notes.keep(whole, override), id, plan.clientId(), madeBy, parts)
                    .orElseThrow(() -> notBooked(wishes));
        });
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
