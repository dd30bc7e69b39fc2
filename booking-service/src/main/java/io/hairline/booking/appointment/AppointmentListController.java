package io.hairline.booking.appointment;

import io.hairline.booking.note.ReasonNotes;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.EventJson;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.input.PlanningDays;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Lists of appointments, and the history of one. */
@RestController
@RequestMapping("/api/v1/appointments")
class AppointmentListController {

    private static final int A_CLIENTS = 50;
    private static final int A_DAYS = 200;

    private final Appointments appointments;
    private final AppointmentAccess access;
    private final ReferenceData referenceData;
    private final EventLog eventLog;
    private final ReasonNotes notes;

    AppointmentListController(
            Appointments appointments,
            AppointmentAccess access,
            ReferenceData referenceData,
            EventLog eventLog,
            ReasonNotes notes) {
        this.appointments = appointments;
        this.access = access;
        this.referenceData = referenceData;
        this.eventLog = eventLog;
        this.notes = notes;
    }

    /**
     * One event of an appointment.
     *
     * @param reason what was written beside the code; only the clinic's staff see it
     */
    record Line(
            String type,
            Instant at,
            String actor,
            long version,
            JsonNode data,
            @Nullable String reason) {}

    /** A client's, latest first; or a clinic's of one local day: those planned for it, and those done on it. */
    @GetMapping
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    Page<AppointmentView> list(
            @RequestParam(required = false) @Nullable ClientId clientId,
            @RequestParam(required = false) @Nullable ClinicId clinicId,
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        AppointmentId after = Page.position(cursor, AppointmentId::new);
        int most = Page.limit(Objects.requireNonNullElse(limit, clientId == null ? A_DAYS : A_CLIENTS));
        if (clientId != null) {
            return ofClient(clientId, after, most);
        }
        if (clinicId == null) {
            throw Refusal.input("clinicId", "is needed with date, unless you give clientId");
        }
        if (date == null) {
            throw Refusal.input("date", "is needed with clinicId");
        }
        return ofDay(clinicId, date, after, most);
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

    private Page<AppointmentView> ofDay(ClinicId clinicId, LocalDate date, @Nullable AppointmentId after, int most) {
        access.toSeeDiaryOf(clinicId);
        PlanningDays.checked("date", date);
        Clinic clinic = referenceData.clinic(clinicId).orElseThrow(Refusal::notFound);
        Instant from = date.atStartOfDay(clinic.zoneId()).toInstant();
        Instant until = date.plusDays(1).atStartOfDay(clinic.zoneId()).toInstant();
        List<Appointment> day = appointments.in(clinicId, from, until);
        List<Appointment> rest = after == null
                ? day
                : day.stream().dropWhile(it -> !it.id().equals(after)).skip(1).toList();
        return Page.of(rest, most, it -> it.id().value()).map(AppointmentView::of);
    }

    @GetMapping("/{id}/history")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    Page<Line> history(@PathVariable AppointmentId id) {
        access.toSee(appointments.require(id));
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
}
