package io.hairline.treatment.sharing;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.SharingPassId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.ReplicaWait;
import io.hairline.kit.merge.MergedIds;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.chartaccess.SharingPurpose;
import io.hairline.treatment.referencedata.Appointment;
import io.hairline.treatment.referencedata.Clinic;
import io.hairline.treatment.referencedata.ReferenceData;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The client gives and revokes them: no clinic can give itself a pass. */
@RestController
@RequestMapping("/api/v1/sharing-passes")
class SharingPassController {

    private final SharingPasses passes;
    private final ReferenceData referenceData;
    private final MergedIds mergedClients;
    private final Callers callers;

    SharingPassController(SharingPasses passes, ReferenceData referenceData, MergedIds mergedClients, Callers callers) {
        this.passes = passes;
        this.referenceData = referenceData;
        this.mergedClients = mergedClients;
        this.callers = callers;
    }

    /**
     * A pass until a day, or for one visit.
     *
     * @param clinicId may be left out of a pass for a visit
     * @param until the pass holds until the end of this day in that clinic; left out of a pass for a visit
     * @param appointmentId the pass holds until this visit is completed, cancelled or missed, and at most seven days
     *     after its day; left out of a pass until a day
     */
    record NewSharingPass(
            @NotNull ClientId clientId,
            @Nullable ClinicId clinicId,
            @NotNull SharingPurpose purpose,
            @Nullable LocalDate until,
            @Nullable AppointmentId appointmentId) {

        private LocalDate requireUntil() {
            return Optional.ofNullable(until)
                    .orElseThrow(() -> Refusal.input("until", "is needed, or appointmentId for a pass for one visit"));
        }

        private ClinicId requireClinic() {
            return Optional.ofNullable(clinicId).orElseThrow(() -> Refusal.input("clinicId", "is needed"));
        }
    }

    record View(
            SharingPassId id,
            long version,
            ClientId clientId,
            ClinicId clinicId,
            SharingPurpose purpose,
            LocalDate until,
            Instant givenAt,
            @Nullable Instant revokedAt,
            @Nullable AppointmentId appointmentId,
            boolean inForce) {}

    @AllowedFor(clients = true)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<View> give(@Valid @RequestBody NewSharingPass wanted) {
        requireSelf(wanted.clientId());
        return Versioned.created(
                wanted.appointmentId() == null ? untilADay(wanted) : forAVisit(wanted, wanted.appointmentId()),
                this::view);
    }

    private SharingPass untilADay(NewSharingPass wanted) {
        ClinicId wantedClinic = wanted.requireClinic();
        LocalDate until = wanted.requireUntil();
        Clinic clinic = referenceData
                .findClinic(wantedClinic)
                .orElseThrow(() ->
                        Refusal.input("clinicId", "is not a clinic of the brand; GET /api/v1/clinics lists them"));
        return passes.give(wanted.clientId(), clinic, wanted.purpose(), until);
    }

    private SharingPass forAVisit(NewSharingPass wanted, AppointmentId id) {
        if (wanted.until() != null) {
            throw Refusal.input("until", "can't stand beside appointmentId; leave one of them out");
        }
        Appointment visit = ReplicaWait.await(
                () -> referenceData.findAppointment(id), it -> mergedClients.same(wanted.clientId(), it.clientId()));
        if (wanted.clinicId() != null && !wanted.clinicId().equals(visit.clinicId())) {
            throw Refusal.input("clinicId", "isn't where the appointment is; leave it out");
        }
        return passes.giveForVisit(wanted.clientId(), visit, wanted.purpose());
    }

    @AllowedFor(clients = true)
    @PostMapping("/{id}/revoke")
    ResponseEntity<View> revoke(
            @PathVariable SharingPassId id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        requireClient();
        requireSelf(passes.require(id).clientId());
        return Versioned.ok(passes.revoke(id, it -> Preconditions.check(ifMatch, it)), this::view);
    }

    @AllowedFor(clients = true)
    @GetMapping
    Page<View> list(
            @RequestParam ClientId clientId,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.limit(limit);
        SharingPassId before = Page.position(cursor, SharingPassId::new);
        requireSelf(clientId);
        return Page.of(passes.of(clientId, before, most + 1), most, SharingPass::aggregateId)
                .map(this::view);
    }

    /** The passes that clients gave a clinic and that hold now: for those who read charts there. */
    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @GetMapping("/held")
    Page<View> held(
            @RequestParam ClinicId clinicId,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.limit(limit);
        SharingPassId before = Page.position(cursor, SharingPassId::new);
        callers.current().requireIn(clinicId, Role.PRACTITIONER, Role.CLINIC_MANAGER);
        Page<SharingPass> given = Page.of(passes.givenTo(clinicId, before, most + 1), most, SharingPass::aggregateId);
        return new Page<>(
                given.items().stream()
                        .filter(passes::holdsToday)
                        .map(this::view)
                        .toList(),
                given.nextCursor());
    }

    private View view(SharingPass it) {
        return new View(
                it.id(),
                it.version(),
                it.clientId(),
                it.clinicId(),
                it.purpose(),
                passes.lastDayOf(it),
                it.givenAt(),
                it.revokedAt(),
                it.appointmentId(),
                passes.holdsToday(it));
    }

    private Caller requireClient() {
        Caller caller = callers.current();
        if (!caller.isClient()) {
            throw Refusal.forbidden();
        }
        return caller;
    }

    private void requireSelf(ClientId client) {
        if (!client.equals(requireClient().clientId())) {
            throw Refusal.notFound();
        }
    }
}
