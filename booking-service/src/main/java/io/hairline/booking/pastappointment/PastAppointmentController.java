package io.hairline.booking.pastappointment;

import io.hairline.booking.appointment.AppointmentAccess;
import io.hairline.booking.client.Clients;
import io.hairline.booking.pastappointment.PastAppointment.Outcome;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PastAppointmentId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/past-appointments")
class PastAppointmentController {

    private static final Role[] MAY_IMPORT = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE};

    private final PastAppointmentImport pastAppointmentImport;
    private final PastAppointments pastAppointments;
    private final Clients clients;
    private final AppointmentAccess access;
    private final Callers callers;

    PastAppointmentController(
            PastAppointmentImport pastAppointmentImport,
            PastAppointments pastAppointments,
            Clients clients,
            AppointmentAccess access,
            Callers callers) {
        this.pastAppointmentImport = pastAppointmentImport;
        this.pastAppointments = pastAppointments;
        this.clients = clients;
        this.access = access;
        this.callers = callers;
    }

    /**
     * An appointment of the time before its clinic joined the brand.
     *
     * @param localStart by the clinic's clock; noon where the books note no time
     */
    record View(
            PastAppointmentId id,
            ClientId clientId,
            ClinicId clinicId,
            String serviceCode,
            LocalDateTime localStart,
            String zone,
            Outcome outcome) {

        static View of(PastAppointment it) {
            return new View(
                    it.id(), it.clientId(), it.clinicId(), it.serviceCode(), it.localStart(), it.zone(), it.outcome());
        }
    }

    /**
     * Records the past appointments of a clinic's clients from a table in CSV, in UTF-8 and with a first line of names:
     * {@code email} or {@code phone} of the client or both, {@code date}, {@code time} by the clinic's clock, {@code
     * serviceCode}, {@code outcome} ({@code COMPLETED}, {@code NO_SHOW} or {@code CANCELLED}); at most 5,000 lines in
     * 2,000,000 bytes. All lines are checked before the first is stored; then they are stored in parts,
     * which {@code GET /api/v1/table-imports/{id}} follows. With {@code dryRun=true} none is.
     */
    @PostMapping(value = "/import", consumes = "text/csv")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    PastAppointmentImport.Result importTable(
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam ClinicId clinicId,
            @RequestBody byte[] table) {
        Caller caller = callers.current();
        caller.require(MAY_IMPORT);
        caller.requireIn(clinicId, MAY_IMPORT);
        return pastAppointmentImport.run(table, clinicId, dryRun, caller.subject());
    }

    /** A client's, the latest first; staff see those of the clinics they work in. */
    @GetMapping
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    Page<View> list(
            @RequestParam ClientId clientId,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.limit(limit);
        PastAppointmentId before = Page.position(cursor, PastAppointmentId::new);
        if (!clients.has(clientId)) {
            return Page.whole(List.of());
        }
        Page<PastAppointment> page = Page.of(
                pastAppointments.of(clientId, before, most + 1),
                most,
                it -> it.id().value());
        List<View> visible = page.items().stream()
                .filter(it -> access.maySee(clientId, it.clinicId()))
                .map(View::of)
                .toList();
        return new Page<>(visible, page.nextCursor());
    }
}
