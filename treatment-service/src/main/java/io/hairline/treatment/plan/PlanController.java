package io.hairline.treatment.plan;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.merge.MergedIds;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.chart.ChartPart;
import io.hairline.treatment.chartaccess.AccessedRecord;
import io.hairline.treatment.chartaccess.ChartAccess;
import io.hairline.treatment.chartaccess.ChartReading;
import io.hairline.treatment.contact.SignedNames;
import io.hairline.treatment.encryption.Signature;
import io.hairline.treatment.pricing.SessionPrices;
import io.hairline.treatment.pricing.SessionPricing;
import io.hairline.treatment.pricing.WantedSession;
import io.hairline.treatment.referencedata.Appointment;
import io.hairline.treatment.referencedata.Clinic;
import io.hairline.treatment.referencedata.ReferenceData;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/plans")
class PlanController implements ChartPart {

    private final PlanManagement planning;
    private final Plans plans;
    private final Risks risks;
    private final SessionPrices prices;
    private final ReferenceData referenceData;
    private final MergedIds mergedClients;
    private final SignedNames names;
    private final ChartAccess access;

    PlanController(
            PlanManagement planning,
            Plans plans,
            Risks risks,
            SessionPrices prices,
            ReferenceData referenceData,
            SignedNames names,
            ChartAccess access,
            MergedIds mergedClients) {
        this.planning = planning;
        this.plans = plans;
        this.risks = risks;
        this.prices = prices;
        this.referenceData = referenceData;
        this.mergedClients = mergedClients;
        this.names = names;
        this.access = access;
    }

    /**
     * What is proposed. A session without a price costs what the catalogue says for its zones, their density and numbing.
     *
     * @param risksExplained codes of {@code GET /plans/risks}; what is ticked here was explained to the client
     * @param numbing left out where the clinic doesn't offer it
     */
    record NewPlan(
            @NotNull ClientId clientId,
            @NotNull AppointmentId consultationAppointmentId,
            @NotNull PlanKind kind,

            @NotNull @Size(min = 1, max = 4, message = "must be one to four") List<@NotNull @Valid WantedSession> sessions,

            @Nullable @Size(max = 30) List<@NotBlank @Size(max = 40) String> risksExplained,
            @Nullable @Valid NumbingOption numbing) {

        boolean wantsNumbing() {
            return numbing != null && numbing.wanted();
        }

        PlanProposal proposal(ClinicId clinic, List<SessionPricing> priced, Risks risks) {
            return new PlanProposal(
                    clientId,
                    clinic,
                    consultationAppointmentId,
                    kind,
                    priced,
                    risks.explained(Objects.requireNonNullElse(risksExplained, List.of())),
                    numbing);
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
            List<SessionPricing> sessions,
            Money total,
            Instant proposedAt,
            @Nullable Instant acceptedAt,
            @Nullable CourseId courseId,
            @Nullable Instant fulfilledAt,
            List<String> risksExplained,
            @Nullable NumbingOption numbing) {

        static View of(Plan it, PlanStatus status) {
            return new View(
                    it.id(),
                    it.version(),
                    status,
                    it.clientId(),
                    it.clinicId(),
                    it.consultationAppointmentId(),
                    it.kind(),
                    it.priced(),
                    it.total(),
                    it.proposedAt(),
                    it.acceptedAt(),
                    it.courseId(),
                    it.fulfilledAt(),
                    Objects.requireNonNullElse(it.risksExplained(), List.of()),
                    it.numbing());
        }
    }

    /** What can go wrong, to be explained before a plan is signed. */
    @GetMapping("/risks")
    Page<Risk> risks() {
        return Page.whole(risks.all());
    }

    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<View> propose(@Valid @RequestBody NewPlan wanted) {
        Appointment consultation = access.toTreatIn(wanted.consultationAppointmentId());
        if (!mergedClients.same(wanted.clientId(), consultation.clientId())) {
            throw Refusal.input("clientId", "is not the client of this consultation");
        }
        Clinic clinic = referenceData.requireClinic(consultation.clinicId());
        List<SessionPricing> priced = prices.of(clinic, wanted.sessions(), wanted.wantsNumbing());
        PlanProposal proposal = wanted.proposal(clinic.id(), priced, risks);
        if (wanted.wantsNumbing() && !clinic.offersNumbing()) {
            throw Refusal.rule(
                    "numbing-not-offered",
                    clinic.name() + " doesn't offer to numb the skin. Propose the plan without it.");
        }
        return Versioned.created(planning.propose(proposal), this::view);
    }

    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER},
            clients = true)
    @PostMapping("/{id}/accept")
    ResponseEntity<View> accept(
            @PathVariable PlanId id,
            @Valid @RequestBody Acceptance acceptance,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Plan plan = plans.require(id);
        access.toSignPlan(plan.clientId(), plan.clinicId());
        names.requireMatch(plan.clientId(), acceptance.signature());
        return Versioned.ok(
                planning.accept(id, acceptance.signature(), it -> Preconditions.check(ifMatch, it)), this::view);
    }

    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER},
            clients = true)
    @GetMapping("/{id}")
    ResponseEntity<View> get(@PathVariable PlanId id) {
        Plan plan = plans.require(id);
        access.toReadEntry(plan.clientId(), plan.clinicId(), AccessedRecord.PLAN);
        return Versioned.ok(plan, this::view);
    }

    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER},
            clients = true)
    @GetMapping
    Page<View> list(@RequestParam ClientId clientId) {
        return Page.whole(of(clientId, access.toRead(clientId, AccessedRecord.PLANS)));
    }

    @Override
    public String name() {
        return "plans";
    }

    @Override
    public AccessedRecord record() {
        return AccessedRecord.PLANS;
    }

    @Override
    public List<View> of(ClientId client, ChartReading reading) {
        return reading.entries(plans.of(client), Plan::clinicId, this::view);
    }

    private View view(Plan it) {
        return View.of(it, plans.statusOf(it));
    }
}
