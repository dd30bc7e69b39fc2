package io.hairline.booking.appointment.visit;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.AppointmentAccess;
import io.hairline.booking.appointment.AppointmentView;
import io.hairline.booking.appointment.ChangeReason;
import io.hairline.booking.note.ReasonCodes;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.input.Paragraphs;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.web.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the desk records on the day of an appointment. */
@RestController
@RequestMapping("/api/v1/appointments/{id}")
class VisitController {

    private final VisitRecording visits;
    private final AppointmentAccess access;

    VisitController(VisitRecording visits, AppointmentAccess access) {
        this.visits = visits;
        this.access = access;
    }

    record NoShow(
            @NotNull @Pattern(regexp = ReasonCodes.NO_SHOW, message = ReasonCodes.MESSAGE) String reasonCode,

            @Nullable @Size(max = 500) @Paragraphs String reason,
            @Nullable @Valid GraceOverrideRequest override) {}

    /**
     * What may be said of an arrival.
     *
     * @param reasonCode nothing depends on it; {@code ARRIVED} if absent
     * @param reason words for the clinic's people; sealed
     * @param override why a client is received after the grace period, {@code LATE_ARRIVAL} if absent; or, with the rule
     *     {@code STOCK}, though the clinic may use nothing of what it has
     */
    record Arrival(
            @Nullable @Pattern(regexp = ReasonCodes.CHECK_IN, message = ReasonCodes.MESSAGE) String reasonCode,

            @Nullable @Size(max = 500) @Paragraphs String reason,
            @Nullable @Valid GraceOverrideRequest override) {

        static final Arrival PLAIN = new Arrival(null, null, null);

        @Nullable String words() {
            return reason == null && override != null ? override.reason() : reason;
        }
    }

    /**
     * On the clinic's local day of the appointment. After the grace period, or once it counted as a no-show, the answer, the
     * event and the history say which role received the client and why.
     */
    @PostMapping("/check-in")
    @AllowedFor(staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE})
    ResponseEntity<AppointmentView> checkIn(
            @PathVariable AppointmentId id,
            @Valid @RequestBody(required = false) @Nullable Arrival arrival,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Arrival given = arrival == null ? Arrival.PLAIN : arrival;
        return Versioned.ok(
                visits.checkIn(
                        id,
                        received(ifMatch),
                        it -> GraceOverrideRequest.late(
                                given.override(), it.slot().clinicId(), access.caller()),
                        given.words()),
                AppointmentView::of);
    }

    /** While nothing has followed the check-in. */
    @PostMapping("/undo-check-in")
    @AllowedFor(staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE})
    ResponseEntity<AppointmentView> undoCheckIn(
            @PathVariable AppointmentId id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return Versioned.ok(visits.undoCheckIn(id, received(ifMatch)), AppointmentView::of);
    }

    /**
     * After the start and the policy's grace period; a check-in on the same day takes it back. The clinic's manager and head
     * office need not wait for the end of the grace period, with an override of {@code GRACE}.
     */
    @PostMapping("/no-show")
    @AllowedFor(staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE})
    ResponseEntity<AppointmentView> noShow(
            @PathVariable AppointmentId id,
            @Valid @RequestBody NoShow why,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        GraceOverrideRequest given = why.override();
        String words = why.reason() == null && given != null ? given.reason() : why.reason();
        return Versioned.ok(
                visits.noShow(
                        id,
                        received(ifMatch),
                        it -> GraceOverrideRequest.early(given, it.slot().clinicId(), access.caller()),
                        new ChangeReason(why.reasonCode(), words, false)),
                AppointmentView::of);
    }

    record Waiver(
            @NotNull @Pattern(regexp = ReasonCodes.FEE_WAIVER, message = ReasonCodes.MESSAGE) String reasonCode,

            @Nullable @Size(max = 500) @Paragraphs String reason) {}

    /** Of an appointment whose client didn't come and owes a fee for it; the manager's and head office's to decide. */
    @PostMapping("/waive-fee")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<AppointmentView> waiveFee(
            @PathVariable AppointmentId id,
            @Valid @RequestBody Waiver why,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return Versioned.ok(
                visits.waiveFee(id, managed(ifMatch), new ChangeReason(why.reasonCode(), why.reason(), false)),
                AppointmentView::of);
    }

    private Consumer<Appointment> managed(@Nullable String ifMatch) {
        return it -> {
            access.toManage(it);
            Preconditions.check(ifMatch, it);
        };
    }

    private Consumer<Appointment> received(@Nullable String ifMatch) {
        return it -> {
            access.toReceive(it);
            Preconditions.check(ifMatch, it);
        };
    }
}
