package io.hairline.treatment.plan;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.treatment.PlannedSession;
import io.hairline.kit.Refusal;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.chart.ChartPart;
import io.hairline.treatment.encryption.Signature;
import io.hairline.treatment.referencedata.Appointment;
import io.hairline.treatment.referencedata.ChartAccess;
import io.hairline.treatment.referencedata.ReferenceData;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/plans")
class PlanController implements ChartPart {

    private final PlanManagement planning;
    private final Plans plans;
    private final ReferenceData referenceData;
    private final ChartAccess access;

    PlanController(PlanManagement planning, Plans plans, ReferenceData referenceData, ChartAccess access) {
        this.planning = planning;
        this.plans = plans;
        this.referenceData = referenceData;
        this.access = access;
    }

    record NewSession(
            @NotBlank @Size(max = 40) String serviceCode,
            @NotNull Money price) {

        PlannedSession planned() {
            return new PlannedSession(serviceCode, price);
        }
    }

    record NewPlan(
            @NotNull ClientId clientId,
            @NotNull AppointmentId consultationAppointmentId,
            @NotNull PlanKind kind,

            @NotNull @Size(min = 1, max = 4, message = "must be one to four") List<@NotNull @Valid NewSession> sessions) {

        Proposal proposal(ClinicId clinic) {
            return new Proposal(
                    clientId,
                    clinic,
                    consultationAppointmentId,
                    kind,
                    sessions.stream().map(NewSession::planned).toList());
        }
    }

    record Acceptance(@NotNull @Valid Signature signature) {}

    record View(
            PlanId id,
            long version,
            PlanStatus status,
            ClientId clientId,
            ClinicId clinicId,
            AppointmentId consultationAppointmentId,
            PlanKind kind,
            List<PlannedSession> sessions,
            Money total,
            Instant proposedAt,
            @Nullable Instant acceptedAt,
            @Nullable CourseId courseId,
            @Nullable Instant fulfilledAt) {

        static View of(Plan it) {
            return new View(
                    it.id(),
                    it.version(),
                    it.status(),
                    it.clientId(),
                    it.clinicId(),
                    it.consultationAppointmentId(),
                    it.kind(),
                    it.sessions(),
                    it.total(),
                    it.proposedAt(),
                    it.acceptedAt(),
                    it.courseId(),
                    it.fulfilledAt());
        }
    }

    @PostMapping
    ResponseEntity<View> propose(@Valid @RequestBody NewPlan wanted) {
        access.toTreatAnybody();
        Appointment consultation = referenceData.requireAppointment(wanted.consultationAppointmentId());
        access.toTreatIn(consultation.clinicId());
        if (!wanted.clientId().equals(consultation.clientId())) {
            throw Refusal.input("clientId", "is not the client of this consultation");
        }
        Proposal proposal = wanted.proposal(consultation.clinicId())
                .requireCurrency(
                        referenceData.requireClinic(consultation.clinicId()).currency());
        return Versioned.created(planning.propose(proposal), View::of);
    }

    @PostMapping("/{id}/accept")
    ResponseEntity<View> accept(
            @PathVariable PlanId id,
            @Valid @RequestBody Acceptance acceptance,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        access.toReadAnybody();
        access.toTreatOrHerself(plans.require(id).clientId());
        return Versioned.ok(
                planning.accept(id, acceptance.signature(), it -> Preconditions.check(ifMatch, it)), View::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<View> get(@PathVariable PlanId id) {
        access.toReadAnybody();
        Plan plan = plans.require(id);
        access.toRead(plan.clientId());
        return Versioned.ok(plan, View::of);
    }

    @GetMapping
    Page<View> list(@RequestParam ClientId clientId) {
        access.toRead(clientId);
        return Page.whole(plans.of(clientId)).map(View::of);
    }

    @Override
    public String name() {
        return "plans";
    }

    @Override
    public List<?> of(ClientId client) {
        return plans.of(client).stream().map(View::of).toList();
    }
}
