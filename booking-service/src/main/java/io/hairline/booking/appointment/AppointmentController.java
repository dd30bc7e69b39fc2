package io.hairline.booking.appointment;

import io.hairline.booking.diary.DiaryWindow;
import io.hairline.booking.note.ReasonNotes;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.EventJson;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Preconditions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/appointments")
class AppointmentController {

    private static final String CODE = "[A-Z][A-Z0-9_]{1,39}";
    private static final String CODE_MESSAGE = "must be a code such as CLIENT_REQUEST";

    private final AppointmentScheduling scheduling;
    private final Appointments appointments;
    private final AppointmentAccess access;
    private final HoldTokens tokens;
    private final ReferenceData referenceData;
    private final EventLog eventLog;
    private final ReasonNotes notes;
    private final Clock clock;

    AppointmentController(
            AppointmentScheduling scheduling,
            Appointments appointments,
            AppointmentAccess access,
            HoldTokens tokens,
            ReferenceData referenceData,
            EventLog eventLog,
            ReasonNotes notes,
            Clock clock) {
        this.scheduling = scheduling;
        this.appointments = appointments;
        this.access = access;
        this.tokens = tokens;
        this.referenceData = referenceData;
        this.eventLog = eventLog;
        this.notes = notes;
        this.clock = clock;
    }

    /** Either a hold with its token, or the fields of a slot. */
    record NewAppointment(
            @NotNull ClientId clientId,
            @Nullable @Size(max = 40) String holdId,
            @Nullable @Size(max = 200) String holdToken,
            @Nullable ClinicId clinicId,
            @Nullable PractitionerId practitionerId,
            @Nullable ChairId chairId,
            @Nullable @Size(max = 40) String serviceCode,
            @Nullable OffsetDateTime startsAt) {}

    record Move(
            @NotNull OffsetDateTime startsAt,
            @Nullable ClinicId clinicId,
            @Nullable PractitionerId practitionerId,
            @Nullable ChairId chairId,

            @NotBlank @Pattern(regexp = CODE, message = CODE_MESSAGE) String reasonCode,

            @Nullable @Size(max = 500) String reason) {}

    record Why(
            @NotBlank @Pattern(regexp = CODE, message = CODE_MESSAGE) String reasonCode,

            @Nullable @Size(max = 500) String reason) {}

    /**
     * @param reason what was written beside the code; only the clinic's people see it
     */
    record Line(
            String type,
            Instant at,
            String actor,
            long version,
            JsonNode data,
            @Nullable String reason) {}

    @PostMapping
    ResponseEntity<AppointmentView> book(@Valid @RequestBody NewAppointment wanted) {
        Appointment booked = wanted.holdId() == null ? bookSlot(wanted) : bookHold(wanted, wanted.holdId());
        return answer(HttpStatus.CREATED, booked);
    }

    private Appointment bookHold(NewAppointment wanted, String holdId) {
        String token = need(wanted.holdToken(), "holdToken");
        AppointmentId id = HoldController.appointmentOf(holdId, token, tokens);
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
                null);
        return scheduling.book(request, wanted.clientId(), access.caller().subject());
    }

    private static <T> T need(@Nullable T value, String field) {
        if (value == null) {
            throw Refusal.input(field, "is needed, unless you give holdId and holdToken");
        }
        return value;
    }

    @GetMapping("/{id}")
    ResponseEntity<AppointmentView> get(@PathVariable AppointmentId id) {
        return answer(HttpStatus.OK, seen(id));
    }

    /** Hers, or all that a clinic has on one day. */
    @GetMapping
    Page<AppointmentView> list(
            @RequestParam(required = false) @Nullable ClientId clientId,
            @RequestParam(required = false) @Nullable ClinicId clinicId,
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.limit(limit);
        AppointmentId before = before(cursor);
        if (clientId != null) {
            return ofClient(clientId, before, most);
        }
        if (clinicId == null) {
            throw Refusal.input("clinicId", "is needed with date, unless you give clientId");
        }
        if (date == null) {
            throw Refusal.input("date", "is needed with clinicId");
        }
        return ofDay(clinicId, date);
    }

    private Page<AppointmentView> ofClient(ClientId clientId, @Nullable AppointmentId before, int most) {
        List<Appointment> found = appointments.of(clientId, before, most + 1);
        Page<Appointment> page = Page.of(found, most, it -> it.id().value());
        List<AppointmentView> visible = page.items().stream()
                .filter(access::maySee)
                .map(AppointmentView::of)
                .toList();
        return new Page<>(visible, page.nextCursor());
    }

    private static @Nullable AppointmentId before(@Nullable String cursor) {
        String position = Page.position(cursor);
        try {
            return position == null ? null : new AppointmentId(position);
        } catch (IllegalArgumentException _) {
            throw Refusal.input("cursor", "is not one we gave out; start again without it");
        }
    }

    private Page<AppointmentView> ofDay(ClinicId clinicId, LocalDate date) {
        access.toSeeDiaryOf(clinicId);
        DiaryWindow.checked("date", date);
        Clinic clinic = referenceData.clinic(clinicId).orElseThrow(Refusal::notFound);
        Instant from = date.atStartOfDay(clinic.zoneId()).toInstant();
        Instant until = date.plusDays(1).atStartOfDay(clinic.zoneId()).toInstant();
        return Page.whole(appointments.in(clinicId, from, until)).map(AppointmentView::of);
    }

    @PostMapping("/{id}/reschedule")
    ResponseEntity<AppointmentView> reschedule(
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
                it -> wish(it, move),
                ChangeReason.of(move.reasonCode(), move.reason(), access.caller()));
        return answer(HttpStatus.OK, moved);
    }

    private static SlotRequest wish(Appointment it, Move move) {
        return new SlotRequest(
                Objects.requireNonNullElse(move.clinicId(), it.slot().clinicId()),
                Objects.requireNonNullElse(move.practitionerId(), it.slot().practitionerId()),
                move.chairId(),
                it.slot().serviceCode(),
                move.startsAt().toInstant(),
                it.clientId(),
                it);
    }

    @PostMapping("/{id}/cancel")
    ResponseEntity<AppointmentView> cancel(
            @PathVariable AppointmentId id,
            @Valid @RequestBody Why why,
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

    @PostMapping("/{id}/check-in")
    ResponseEntity<AppointmentView> checkIn(
            @PathVariable AppointmentId id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer(HttpStatus.OK, scheduling.change(id, it -> {
            access.toReceive(it);
            Preconditions.check(ifMatch, it);
            return it.checkIn();
        }));
    }

    @PostMapping("/{id}/no-show")
    ResponseEntity<AppointmentView> noShow(
            @PathVariable AppointmentId id,
            @Valid @RequestBody Why why,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer(HttpStatus.OK, scheduling.change(id, it -> {
            access.toReceive(it);
            Preconditions.check(ifMatch, it);
            return notes.keep(it.noShow(why.reasonCode(), clock.instant()), why.reason());
        }));
    }

    @GetMapping("/{id}/history")
    Page<Line> history(@PathVariable AppointmentId id) {
        seen(id);
        Map<Long, String> reasons = access.caller().isStaff() ? notes.of(id.value()) : Map.of();
        return Page.whole(eventLog.history(id.value()))
                .map(it -> new Line(
                        it.type(),
                        it.time(),
                        it.actor(),
                        it.version(),
                        EventJson.mapper().readTree(it.data()),
                        reasons.get(it.version())));
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
