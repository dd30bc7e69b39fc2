package io.hairline.booking.appointment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.hairline.booking.allocation.RuleRelaxation;
import io.hairline.booking.allocation.SlotRequest;
import io.hairline.booking.appointment.hold.HoldTokens;
import io.hairline.booking.appointment.spacing.SessionSpacing;
import io.hairline.booking.appointment.spacing.SessionToReplan;
import io.hairline.booking.appointment.terms.OverrideRequest;
import io.hairline.booking.appointment.visit.VisitStep;
import io.hairline.booking.note.ReasonCodes;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.input.Paragraphs;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.web.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/appointments")
class AppointmentController {

    private final AppointmentScheduling scheduling;
    private final Appointments appointments;
    private final AppointmentAccess access;
    private final HoldTokens tokens;
    private final SessionSpacing spacing;
    private final Clock clock;

    AppointmentController(
            AppointmentScheduling scheduling,
            Appointments appointments,
            AppointmentAccess access,
            HoldTokens tokens,
            SessionSpacing spacing,
            Clock clock) {
        this.scheduling = scheduling;
        this.appointments = appointments;
        this.access = access;
        this.tokens = tokens;
        this.spacing = spacing;
        this.clock = clock;
    }

    /**
     * Either a hold with its token, or the fields of a slot.
     *
     * @param walkIn the client is at the desk, so no lead time is needed; for the clinic's staff, and seen in the history
     * @param override rules that the staff relax for a slot; seen on the appointment
     */
    record NewAppointment(
            @NotNull ClientId clientId,
            @Nullable @Size(max = 40) String holdId,
            @Nullable @Size(max = 200) String holdToken,
            @Nullable ClinicId clinicId,
            @Nullable PractitionerId practitionerId,
            @Nullable ChairId chairId,
            @Nullable @Size(max = 40) String serviceCode,
            @Nullable OffsetDateTime startsAt,
            @Nullable Boolean walkIn,
            @Nullable @Valid OverrideRequest override) {}

    record Move(
            @NotNull OffsetDateTime startsAt,
            @Nullable ClinicId clinicId,
            @Nullable PractitionerId practitionerId,
            @Nullable ChairId chairId,

            @NotNull @Pattern(regexp = ReasonCodes.RESCHEDULE, message = ReasonCodes.MESSAGE) String reasonCode,

            @Nullable @Size(max = 500) @Paragraphs String reason,
            @Nullable @Valid OverrideRequest override) {}

    /**
     * A moved appointment.
     *
     * @param replan the later sessions of its course that must move as well; empty if none
     */
    record MovedView(@JsonUnwrapped AppointmentView appointment, List<SessionToReplan> replan) {}

    /**
     * An appointment as it stands.
     *
     * @param steps what the clinic may record of the visit now; for the roles that may record it
     */
    record SeenView(@JsonUnwrapped AppointmentView appointment, Set<VisitStep> steps) {}

    record Cancellation(
            @NotNull @Pattern(regexp = ReasonCodes.CANCEL, message = ReasonCodes.MESSAGE) String reasonCode,

            @Nullable @Size(max = 500) @Paragraphs String reason) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    ResponseEntity<AppointmentView> book(@Valid @RequestBody NewAppointment wanted) {
        Appointment booked = wanted.holdId() == null ? bookSlot(wanted) : bookHold(wanted, wanted.holdId());
        return answer(HttpStatus.CREATED, booked);
    }

    private Appointment bookHold(NewAppointment wanted, String holdId) {
        String token = need(wanted.holdToken(), "holdToken");
        AppointmentId id = tokens.appointmentOf(holdId, token);
        access.toBook(wanted.clientId(), appointments.require(id).slot().clinicId());
        return scheduling.confirm(id, wanted.clientId());
    }

    private Appointment bookSlot(NewAppointment wanted) {
        ClinicId clinic = need(wanted.clinicId(), "clinicId");
        access.toBook(wanted.clientId(), clinic);
        SlotRequest request = new SlotRequest(
                clinic,
                need(wanted.practitionerId(), "practitionerId"),
                wanted.chairId(),
                need(wanted.serviceCode(), "serviceCode"),
                need(wanted.startsAt(), "startsAt").toInstant(),
                wanted.clientId(),
                null,
                relaxation(wanted, clinic));
        return scheduling.book(request, wanted.clientId(), access.caller().subject());
    }

    private @Nullable RuleRelaxation relaxation(NewAppointment wanted, ClinicId clinic) {
        boolean walkIn = Boolean.TRUE.equals(wanted.walkIn());
        if (walkIn && !access.caller().isStaff()) {
            throw Refusal.input("walkIn", "is for the clinic's staff; choose a later time");
        }
        OverrideRequest rules = wanted.override();
        if (walkIn && rules == null) {
            return OverrideRequest.walkIn(clinic, access.caller());
        }
        return OverrideRequest.of(walkIn && rules != null ? rules.ofWalkIn() : rules, clinic, access.caller());
    }

    private static <T> T need(@Nullable T value, String field) {
        if (value == null) {
            throw Refusal.input(field, "is needed, unless you give holdId and holdToken");
        }
        return value;
    }

    @GetMapping("/{id}")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    ResponseEntity<SeenView> get(@PathVariable AppointmentId id) {
        return Versioned.ok(
                seen(id), it -> new SeenView(AppointmentView.of(it), VisitStep.possible(it, clock.instant())));
    }

    /**
     * Moves it. A session of a course may come too close to later ones: those are named, each with times that are held for
     * them for some minutes, and {@code POST /courses/{id}/replan} moves them.
     */
    @PostMapping("/{id}/reschedule")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    ResponseEntity<MovedView> reschedule(
            @PathVariable AppointmentId id,
            @Valid @RequestBody Move move,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        access.toChange(appointments.require(id));
        if (move.clinicId() != null) {
            access.toHold(move.clinicId());
        }
        Appointment moved = scheduling.reschedule(
                id,
                it -> Preconditions.check(ifMatch, it),
                it -> wish(it, move, access.caller()),
                ChangeReason.of(move.reasonCode(), move.reason(), access.caller()));
        List<SessionToReplan> replan = spacing.offers(moved, access.caller().subject());
        return Versioned.ok(moved, it -> new MovedView(AppointmentView.of(it), replan));
    }

    /** A move to the same time with the same practitioner keeps the chair. */
    private static SlotRequest wish(Appointment it, Move move, Caller caller) {
        AppointmentSlot now = it.slot();
        ClinicId clinic = Objects.requireNonNullElse(move.clinicId(), now.clinicId());
        PractitionerId practitioner = Objects.requireNonNullElse(move.practitionerId(), now.practitionerId());
        Instant startsAt = move.startsAt().toInstant();
        boolean same = clinic.equals(now.clinicId())
                && practitioner.equals(now.practitionerId())
                && startsAt.equals(now.startsAt());
        return new SlotRequest(
                clinic,
                practitioner,
                move.chairId() == null && same ? now.chairId() : move.chairId(),
                now.serviceCode(),
                startsAt,
                it.claimant().orElse(null),
                it.id(),
                OverrideRequest.of(move.override(), clinic, caller));
    }

    @PostMapping("/{id}/cancel")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    ResponseEntity<AppointmentView> cancel(
            @PathVariable AppointmentId id,
            @Valid @RequestBody Cancellation why,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Appointment cancelled = scheduling.cancel(
                id,
                it -> {
                    access.toChange(it);
                    Preconditions.check(ifMatch, it);
                },
                ChangeReason.of(why.reasonCode(), why.reason(), access.caller()));
        return answer(HttpStatus.OK, cancelled);
    }

    private Appointment seen(AppointmentId id) {
        Appointment it = appointments.require(id);
        access.toSee(it);
        return it;
    }

    private static ResponseEntity<AppointmentView> answer(HttpStatus status, Appointment it) {
        return ResponseEntity.status(status).eTag(Preconditions.etag(it)).body(AppointmentView.of(it));
    }
}
