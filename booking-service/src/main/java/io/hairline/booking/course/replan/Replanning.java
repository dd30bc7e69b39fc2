package io.hairline.booking.course.replan;

import io.hairline.booking.allocation.AllocatedSlot;
import io.hairline.booking.allocation.SlotAllocation;
import io.hairline.booking.allocation.SlotRequest;
import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.Appointments;
import io.hairline.booking.appointment.DiaryWriter;
import io.hairline.booking.appointment.Status;
import io.hairline.booking.appointment.conflict.AppointmentConflict;
import io.hairline.booking.appointment.spacing.SessionHolds;
import io.hairline.booking.appointment.spacing.SessionSpacing;
import io.hairline.booking.appointment.spacing.SessionToReplan;
import io.hairline.booking.availability.Slot;
import io.hairline.booking.diary.Healing;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.kit.Ids;
import io.hairline.kit.RequestContext;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Holds times for the sessions of a course that have to move because an earlier one did. */
@Service
class Replanning implements SessionSpacing {

    private static final int ATTEMPTS = 4;
    private static final String NOT_TAKEN = "NOT_TAKEN";

    private final CourseSessions sessions;
    private final Replans replans;
    private final OfferView views;
    private final FreeDays freeDays;
    private final SlotAllocation slotAllocation;
    private final Appointments appointments;
    private final DiaryWriter diary;
    private final SessionHolds holds;
    private final ReferenceData referenceData;
    private final EventLog eventLog;
    private final Clock clock;

    Replanning(
            CourseSessions sessions,
            Replans replans,
            OfferView views,
            FreeDays freeDays,
            SlotAllocation slotAllocation,
            Appointments appointments,
            DiaryWriter diary,
            SessionHolds holds,
            ReferenceData referenceData,
            EventLog eventLog,
            Clock clock) {
        this.sessions = sessions;
        this.replans = replans;
        this.views = views;
        this.freeDays = freeDays;
        this.slotAllocation = slotAllocation;
        this.appointments = appointments;
        this.diary = diary;
        this.holds = holds;
        this.referenceData = referenceData;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    /** A session that has to move, with places that were free a moment ago and the ids of their holds. */
    private record Wanted(
            Appointment session, String reasonCode, List<AllocatedSlot> places, List<AppointmentId> holds) {

        List<String> claims() {
            return places.stream()
                    .flatMap(it -> it.occupiedBy(null).claims().stream())
                    .toList();
        }

        Replan.Session kept() {
            return new Replan.Session(session.id(), reasonCode, holds);
        }
    }

    @Override
    public List<Change<Appointment>> afterMove(Appointment moving, AppointmentSlot to) {
        return sessions.afterMove(moving, to);
    }

    @Override
    public List<Change<Appointment>> afterEnd(Appointment ended) {
        return sessions.afterEnd(ended);
    }

    @Override
    public List<SessionToReplan> offers(Appointment moved, String madeBy) {
        CourseId course = moved.courseId();
        return course == null ? List.of() : offers(course, madeBy);
    }

    /** What is held now, or without any holds what has to move; empty if nothing has to. */
    List<SessionToReplan> open(CourseId course) {
        List<Appointment> inOrder = sessions.inOrder(course);
        return open(course, inOrder)
                .map(it -> views.of(it, inOrder))
                .orElseGet(() -> inOrder.stream()
                        .filter(it -> AppointmentConflict.of(it).isWithItsCourse())
                        .map(it -> new SessionToReplan(it.id(), Objects.requireNonNull(it.conflict()), List.of()))
                        .toList());
    }

    private Optional<Replan> open(CourseId course, List<Appointment> inOrder) {
        return replans.of(course)
                .filter(it -> it.expiresAt().isAfter(clock.instant()))
                .filter(it -> it.basis().equals(basis(inOrder)))
                .filter(it -> it.holds().map(appointments::require).allMatch(hold -> hold.status() == Status.HELD));
    }

    private static String basis(List<Appointment> inOrder) {
        return inOrder.stream().map(it -> it.id() + ":" + it.version()).collect(Collectors.joining(" "));
    }

    /** Holds times for all of them, all at once; what was held for the course before is given back. */
    List<SessionToReplan> offers(CourseId course, String madeBy) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            List<Appointment> inOrder = sessions.inOrder(course);
            Optional<Replan> open = open(course, inOrder);
            if (open.isPresent()) {
                return views.of(open.get(), inOrder);
            }
            List<Wanted> wanted = wanted(inOrder);
            if (wanted.isEmpty() && replans.of(course).isEmpty()) {
                return List.of();
            }
            try {
                RequestContext.current().withoutKey().run(() -> hold(course, basis(inOrder), wanted, madeBy));
            } catch (DuplicateKeyException _) {
                releaseLapsed(wanted);
            }
        }
        return open(course);
    }

    private List<Wanted> wanted(List<Appointment> inOrder) {
        List<Wanted> wanted = new ArrayList<>();
        List<PlannedSession> before = new ArrayList<>();
        List<PlannedSession> shifted = new ArrayList<>();
        ClinicId last = null;
        for (Appointment it : inOrder) {
            String reason = it.isMovable(clock.instant()) ? CourseSessions.reason(it, shifted) : null;
            if (reason == null) {
                before.add(PlannedSession.of(it));
            } else {
                int days = Healing.rule(it.policy()).minDays();
                LocalDate from = Stream.concat(
                                before.stream().map(PlannedSession::day),
                                AppointmentConflict.of(it).isDelayedByHealing() ? Stream.of(today(it)) : Stream.empty())
                        .max(Comparator.naturalOrder())
                        .orElseGet(it::day)
                        .plusDays(days);
                List<AllocatedSlot> places =
                        places(it, Objects.requireNonNullElse(last, it.slot().clinicId()), from);
                wanted.add(new Wanted(it, reason, places, ids(places.size())));
                PlannedSession latest = places.isEmpty()
                        ? new PlannedSession(it.slot().serviceCode(), it.slot().startsAt(), from)
                        : PlannedSession.at(places.getLast().slot());
                before.add(latest);
                shifted.add(latest);
            }
            last = it.slot().clinicId();
        }
        return wanted;
    }

    private LocalDate today(Appointment session) {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(session.slot().zone()));
    }

    private List<AllocatedSlot> places(Appointment session, ClinicId also, LocalDate from) {
        return freeDays.find(session, also, from).stream()
                .map(it -> request(it, session))
                .flatMap(it -> slotAllocation.find(it).stream())
                .toList();
    }

    private static SlotRequest request(Slot it, Appointment session) {
        return new SlotRequest(
                it.clinicId(),
                it.practitionerId(),
                null,
                it.serviceCode(),
                it.startsAt().toInstant(),
                session.claimant().orElse(null),
                null);
    }

    private static List<AppointmentId> ids(int count) {
        List<AppointmentId> ids = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            ids.add(new AppointmentId(Ids.next(AppointmentId.PREFIX)));
        }
        return ids;
    }

    private List<Appointment> hold(CourseId course, String basis, List<Wanted> wanted, String madeBy) {
        return eventLog.recordAll(Appointment.class, () -> {
            int minutes = wanted.stream()
                    .map(it -> it.session().slot().clinicId())
                    .mapToInt(it -> referenceData.policy(it).holdMinutes())
                    .min()
                    .orElse(0);
            Instant expiresAt = clock.instant().plus(Duration.ofMinutes(minutes));
            List<Change<Appointment>> changes = new ArrayList<>();
            replans.of(course).stream()
                    .flatMap(Replan::holds)
                    .map(it -> diary.followed(appointments.require(it).release(NOT_TAKEN)))
                    .forEach(changes::add);
            for (Wanted it : wanted) {
                for (int index = 0; index < it.places().size(); index++) {
                    changes.add(holds.hold(it.holds().get(index), it.places().get(index), madeBy, expiresAt));
                }
            }
            replans.keep(
                    new Replan(course, basis, wanted.stream().map(Wanted::kept).toList(), expiresAt));
            return changes;
        });
    }

    private void releaseLapsed(List<Wanted> wanted) {
        List<String> claims =
                wanted.stream().flatMap(it -> it.claims().stream()).toList();
        RequestContext.current()
                .withoutKey()
                .run(() -> appointments.holding(claims).stream()
                        .filter(it -> it.isLapsed(clock.instant()))
                        .map(it -> diary.change(it.id(), held -> held.release("LAPSED")))
                        .toList());
    }
}
