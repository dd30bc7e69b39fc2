package io.hairline.booking.appointment.conflict;

import io.hairline.booking.allocation.Alternatives;
import io.hairline.booking.allocation.SlotRequest;
import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.AppointmentAccess;
import io.hairline.booking.appointment.AppointmentView;
import io.hairline.booking.appointment.Appointments;
import io.hairline.booking.availability.Slot;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.TaskId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.web.Versioned;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a clinic's desk has to decide. */
@RestController
@RequestMapping("/api/v1/tasks")
class TaskController {

    private static final int MOST = 50;

    private final Tasks tasks;
    private final Appointments appointments;
    private final Alternatives alternatives;
    private final AppointmentAccess access;
    private final EventLog eventLog;
    private final Clock clock;

    TaskController(
            Tasks tasks,
            Appointments appointments,
            Alternatives alternatives,
            AppointmentAccess access,
            EventLog eventLog,
            Clock clock) {
        this.tasks = tasks;
        this.appointments = appointments;
        this.alternatives = alternatives;
        this.access = access;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    /**
     * A task with what is needed to settle it.
     *
     * @param reasonCode what is wrong, such as {@code CLINIC_CLOSED}
     * @param appointment absent for a message that was about none
     * @param clientId who is concerned
     * @param toDo what settles it, in a sentence
     * @param doneBecause {@code BY_HAND}, or what settled it: {@code MOVED}, {@code ENDED}, {@code ARRIVED},
     *     {@code FITS_AGAIN}, {@code MATERIAL_THERE}, {@code TRAINED}, {@code ANSWERS_CLEAR}, {@code PATCH_TEST_REPEATED}, {@code OVERRIDDEN},
     *     {@code CONTACT_CORRECTED}, {@code ANSWERED}, {@code CONSULTATION_BOOKED}, {@code ANSWERED_ANEW},
     *     {@code ASSESSED_ANEW} or {@code CLIENT_ERASED}
     * @param offers the free slots nearest to the appointment's time, found now; none for a task that is done, for one that
     *     another time wouldn't settle, and for a session of a course to be re-planned
     */
    record View(
            TaskId id,
            long version,
            Task.Kind kind,
            Task.Status status,
            ClinicId clinicId,
            String reasonCode,
            @Nullable AppointmentView appointment,
            @Nullable ClientId clientId,
            String toDo,
            Instant openedAt,
            @Nullable Instant doneAt,
            @Nullable String doneBecause,
            List<Slot> offers) {}

    @GetMapping
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    Page<View> list(
            @RequestParam ClinicId clinicId,
            @RequestParam(required = false) Task.@Nullable Status status,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.input("limit", "must be from 1 to " + MOST);
        }
        TaskId after = Page.position(cursor, TaskId::new);
        access.toSeeDiaryOf(clinicId);
        List<Task> found = tasks.of(clinicId, status, after, limit + 1);
        return Page.of(found, limit, it -> it.id().value()).map(this::view);
    }

    @GetMapping("/{id}")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<View> get(@PathVariable TaskId id) {
        Task task = tasks.require(id);
        access.toSeeDiaryOf(task.clinicId());
        return Versioned.ok(task, this::view);
    }

    /** Closes a task by hand; its appointment stays as it is. */
    @PostMapping("/{id}/done")
    @AllowedFor(staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE})
    ResponseEntity<View> done(
            @PathVariable TaskId id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Task done = eventLog.record(Task.class, () -> {
            Task task = tasks.require(id);
            access.toHold(task.clinicId());
            Preconditions.check(ifMatch, task);
            return task.done("BY_HAND", clock.instant());
        });
        return Versioned.ok(done, this::view);
    }

    private View view(Task it) {
        AppointmentId about = it.appointmentId();
        Appointment appointment = about == null ? null : appointments.require(about);
        return new View(
                it.id(),
                it.version(),
                it.kind(),
                it.status(),
                it.clinicId(),
                it.reasonCode(),
                appointment == null ? null : AppointmentView.of(appointment),
                it.clientId() == null && appointment != null ? appointment.clientId() : it.clientId(),
                toDo(it, appointment),
                it.openedAt(),
                it.doneAt(),
                it.doneBecause(),
                appointment != null
                                && it.status() == Task.Status.OPEN
                                && it.kind().isSettledByAnotherTime()
                        ? offers(appointment)
                        : List.of());
    }

    private static String toDo(Task task, @Nullable Appointment about) {
        if (about != null && AppointmentConflict.of(about).isWithItsCourse()) {
            return "Re-plan the course with the client: another session has come too close to this one.";
        }
        return switch (task.kind()) {
            case CONFLICT -> "Agree another time with the client, or let the plans fit the appointment again.";
            case OVERRUN -> "Extend the appointment, move the next one, or end the treatment.";
            case NO_MATERIAL ->
                "Receive a lot or transfer one from another clinic, or agree another time or place with the client.";
            case NO_TRAINING ->
                "Have head office record the training, give the treatment to a colleague, or agree another time with the"
                        + " client.";
            case ANSWERS_BLOCK ->
                "Have a practitioner talk the answers through with the client, and cancel the appointment if they stand.";
            case PATCH_TEST_FAILED ->
                "Have a practitioner look at the skin and place another test, or cancel the appointment with the client.";
            case COLOUR_CHECK -> "Call the client and book a consultation; the answer is in the chart.";
            case HELD_LOT_USED ->
                "Have the manager see which lot it was and why nobody might use it, and speak with the client.";
            case HEALING_ELSEWHERE ->
                "Have a practitioner read in the chart what the other clinic saw, and look at the skin if need be.";
            case CLIENT_QUESTION -> "Read the client's question in the chart and answer it there.";
            case MESSAGE_FAILED -> "Call the client and correct the address; messages to come go to the new one.";
        };
    }

    /** Times for a session that another one has come too close to are held by its course, with time to heal. */
    private List<Slot> offers(Appointment it) {
        if (AppointmentConflict.of(it).isWithItsCourse()) {
            return List.of();
        }
        AppointmentSlot slot = it.slot();
        return alternatives.to(new SlotRequest(
                slot.clinicId(),
                slot.practitionerId(),
                null,
                slot.serviceCode(),
                slot.startsAt(),
                it.claimant().orElse(null),
                it.id()));
    }
}
