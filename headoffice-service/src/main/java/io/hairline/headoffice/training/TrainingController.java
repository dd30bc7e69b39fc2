package io.hairline.headoffice.training;

import static io.hairline.contracts.headoffice.Role.CLINIC_MANAGER;
import static io.hairline.contracts.headoffice.Role.HEAD_OFFICE;
import static io.hairline.contracts.headoffice.Role.PRACTITIONER;
import static io.hairline.contracts.headoffice.Role.REGION_MANAGER;

import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.TrainingId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.contracts.headoffice.TrainingKind;
import io.hairline.headoffice.clinic.Jurisdictions;
import io.hairline.headoffice.licence.VisiblePractitioners;
import io.hairline.kit.Ids;
import io.hairline.kit.input.PlanningDays;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/trainings")
class TrainingController {

    private final Trainings trainings;
    private final TrainingManagement management;
    private final VisiblePractitioners visible;
    private final Callers callers;

    TrainingController(
            Trainings trainings, TrainingManagement management, VisiblePractitioners visible, Callers callers) {
        this.trainings = trainings;
        this.management = management;
        this.visible = visible;
        this.callers = callers;
    }

    /** @param certificate its number, if it has one */
    record Facts(
            @NotNull TrainingKind kind,

            @NotNull @Pattern(regexp = Jurisdictions.FORM, message = Jurisdictions.RULE) String jurisdiction,

            @NotNull LocalDate issuedOn,
            @NotNull LocalDate validUntil,
            @Nullable @Size(max = 60) String certificate) {

        TrainingFacts checked() {
            return new TrainingFacts(
                    kind,
                    Jurisdictions.checked(jurisdiction),
                    PlanningDays.checked("issuedOn", issuedOn),
                    PlanningDays.checked("validUntil", validUntil),
                    certificate == null || certificate.isBlank() ? null : certificate);
        }
    }

    record NewTraining(
            @NotNull PractitionerId practitionerId,
            @NotNull TrainingKind kind,

            @NotNull @Pattern(regexp = Jurisdictions.FORM, message = Jurisdictions.RULE) String jurisdiction,

            @NotNull LocalDate issuedOn,
            @NotNull LocalDate validUntil,
            @Nullable @Size(max = 60) String certificate) {

        TrainingFacts checked() {
            return new Facts(kind, jurisdiction, issuedOn, validUntil, certificate).checked();
        }
    }

    /** Why a training counts no more. */
    enum WithdrawalReason {
        WITHDRAWN_BY_ISSUER,
        ENTERED_WRONGLY,
        OTHER
    }

    record Withdrawal(@NotNull WithdrawalReason reasonCode) {}

    /** @param warnFrom the first local day on which its end is warned of */
    record View(
            TrainingId id,
            long version,
            PractitionerId practitionerId,
            TrainingKind kind,
            String jurisdiction,
            LocalDate issuedOn,
            LocalDate validUntil,
            @Nullable String certificate,
            LocalDate warnFrom,
            @Nullable String withdrawnFor) {
        static View of(Training it) {
            return new View(
                    it.id(),
                    it.version(),
                    it.practitionerId(),
                    it.facts().kind(),
                    it.facts().jurisdiction(),
                    it.facts().issuedOn(),
                    it.facts().validUntil(),
                    it.facts().certificate(),
                    it.warnFrom(),
                    it.withdrawnFor());
        }
    }

    @GetMapping
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    Page<View> list(
            @RequestParam @Nullable PractitionerId practitionerId,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Caller caller = callers.current();
        caller.require(HEAD_OFFICE, REGION_MANAGER, CLINIC_MANAGER, PRACTITIONER);
        return visible.page(trainings, caller, practitionerId, cursor, limit, Training::aggregateId)
                .map(View::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<View> record(@Valid @RequestBody NewTraining it) {
        callers.current().require(HEAD_OFFICE);
        TrainingId id = new TrainingId(Ids.next(TrainingId.PREFIX));
        return Versioned.created(management.record(id, it.practitionerId(), it.checked()), View::of);
    }

    /** The right values of one that was entered wrongly. */
    @PutMapping("/{id}")
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<View> correct(
            @PathVariable TrainingId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Facts it) {
        callers.current().require(HEAD_OFFICE);
        return Versioned.ok(management.correct(id, ifMatch, it.checked()), View::of);
    }

    @PostMapping("/{id}/withdraw")
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<View> withdraw(
            @PathVariable TrainingId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Withdrawal it) {
        callers.current().require(HEAD_OFFICE);
        return Versioned.ok(management.withdraw(id, ifMatch, it.reasonCode().name()), View::of);
    }
}
