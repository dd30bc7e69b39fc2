package io.hairline.headoffice.royalty;

import static io.hairline.contracts.headoffice.Role.CLINIC_MANAGER;
import static io.hairline.contracts.headoffice.Role.HEAD_OFFICE;
import static io.hairline.contracts.headoffice.Role.REGION_MANAGER;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Money;
import io.hairline.contracts.RoyaltyStatementId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.royalty.RoyaltyBilling.Known;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
@RequestMapping("/api/v1/royalty-statements")
class RoyaltyStatementController {

    private static final String MONTH = "\\d{4}-(0[1-9]|1[0-2])";

    private final RoyaltyBilling billing;
    private final RoyaltyStatements statements;
    private final StatementOwners owners;
    private final ClinicDirectory clinics;
    private final Callers callers;

    RoyaltyStatementController(
            RoyaltyBilling billing,
            RoyaltyStatements statements,
            StatementOwners owners,
            ClinicDirectory clinics,
            Callers callers) {
        this.billing = billing;
        this.statements = statements;
        this.owners = owners;
        this.clinics = clinics;
        this.callers = callers;
    }

    /** What a clinic says is wrong with a line. */
    enum DisputeReason {
        WRONG_AMOUNT,
        NOT_OURS,
        COUNTED_TWICE,
        WRONG_RULE,
        OTHER
    }

    record NewDispute(
            @NotBlank @Size(max = 120) String lineId,
            @NotNull DisputeReason reasonCode) {}

    /**
     * How a dispute ends.
     *
     * @param correction what is added to the sum, such as {@code -12.00}; left out if the line stands
     */
    record Decision(
            @NotBlank @Size(max = 120) String lineId,
            @Valid @Nullable Money correction) {}

    record View(
            RoyaltyStatementId id,
            long version,
            ClinicId clinicId,
            String month,
            String currency,
            int ruleVersion,
            RoyaltyStatement.Status status,
            @Nullable Money total,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate finalOn,
            List<RoyaltyStatement.Dispute> disputes) {
        static View of(RoyaltyStatement it) {
            return new View(
                    it.id(),
                    it.version(),
                    it.clinicId(),
                    it.month(),
                    it.currency(),
                    it.ruleVersion(),
                    it.status(),
                    it.total(),
                    it.issuedOn(),
                    it.finalOn(),
                    it.disputes());
        }
    }

    /**
     * A statement with its lines, whose amounts sum to the total.
     *
     * @param owners to whom the clinic belonged in the month, the first days first
     */
    record Whole(
            RoyaltyStatementId id,
            long version,
            ClinicId clinicId,
            String month,
            String currency,
            int ruleVersion,
            RoyaltyStatement.Status status,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate finalOn,
            Money total,
            List<RoyaltyLine> lines,
            List<RoyaltyStatement.Dispute> disputes,
            List<StatementOwners.Span> owners) {
        static Whole of(Known it, List<StatementOwners.Span> owners) {
            RoyaltyStatement statement = it.statement();
            return new Whole(
                    statement.id(),
                    statement.version(),
                    statement.clinicId(),
                    statement.month(),
                    statement.currency(),
                    statement.ruleVersion(),
                    statement.status(),
                    statement.issuedOn(),
                    statement.finalOn(),
                    it.total(),
                    it.lines(),
                    statement.disputes(),
                    owners);
        }
    }

    /** The latest months first. */
    @GetMapping
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    Page<View> list(
            @RequestParam @Nullable ClinicId clinicId,
            @RequestParam @Nullable String month,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Caller caller = callers.current();
        caller.require(HEAD_OFFICE, REGION_MANAGER, CLINIC_MANAGER);
        if (month != null && !month.matches(MONTH)) {
            throw Refusal.input("month", "must be a month such as 2026-10");
        }
        int most = Page.limit(limit);
        String position = Page.position(cursor);
        Optional<Set<ClinicId>> reach = clinics.reach(caller, HEAD_OFFICE, REGION_MANAGER, CLINIC_MANAGER);
        Collection<ClinicId> of = clinicId == null
                ? reach.orElse(null)
                : reach.map(it -> RoyaltyAgreementController.kept(it, clinicId)).orElse(Set.of(clinicId));
        List<RoyaltyStatement> found = statements.list(of, month, position, most + 1);
        return Page.of(found, most, it -> it.month() + "|" + it.id()).map(View::of);
    }

    /**
     * What was known of it at the end of a local day of the clinic, {@code asKnownOn}, or is now. Before it was issued that is
     * what its draft said on that day.
     */
    @GetMapping("/{id}")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    Whole show(@PathVariable RoyaltyStatementId id, @RequestParam @Nullable LocalDate asKnownOn) {
        Known known = known(id, asKnownOn);
        return Whole.of(known, owners.of(known.statement()));
    }

    /** The lines; the column {@code as known on} has the clinic's local day at whose end they were known. */
    @GetMapping(path = "/{id}/lines.csv", produces = "text/csv")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<String> csv(@PathVariable RoyaltyStatementId id, @RequestParam @Nullable LocalDate asKnownOn) {
        Known known = known(id, asKnownOn);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(known, "csv"))
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(StatementDocument.csv(known));
    }

    @GetMapping(path = "/{id}/statement.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<byte[]> pdf(@PathVariable RoyaltyStatementId id, @RequestParam @Nullable LocalDate asKnownOn) {
        Known known = known(id, asKnownOn);
        String clinic = clinics.find(known.statement().clinicId())
                .map(it -> it.code() + " " + it.name())
                .orElse(known.statement().clinicId().value());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(known, "pdf"))
                .contentType(MediaType.APPLICATION_PDF)
                .body(StatementDocument.pdf(known, clinic, owners.of(known.statement())));
    }

    private static String attachment(Known it, String ending) {
        return "attachment; filename=\"royalties-" + it.statement().month() + "-"
                + it.statement().id() + "-as-known-on-" + it.on() + "." + ending + "\"";
    }

    @PostMapping("/{id}/issue")
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<View> issue(
            @PathVariable RoyaltyStatementId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        callers.current().require(HEAD_OFFICE);
        return Versioned.ok(billing.issue(id, ifMatch), View::of);
    }

    @PostMapping("/{id}/dispute")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<View> dispute(
            @PathVariable RoyaltyStatementId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewDispute it) {
        callers.current().require(HEAD_OFFICE, CLINIC_MANAGER);
        if (!callers.current().mayIn(statements.require(id).clinicId(), HEAD_OFFICE, CLINIC_MANAGER)) {
            throw Refusal.notFound();
        }
        return Versioned.ok(
                billing.dispute(id, ifMatch, it.lineId(), it.reasonCode().name()), View::of);
    }

    @PostMapping("/{id}/resolve")
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<View> resolve(
            @PathVariable RoyaltyStatementId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Decision it) {
        callers.current().require(HEAD_OFFICE);
        return Versioned.ok(billing.resolve(id, ifMatch, it.lineId(), it.correction()), View::of);
    }

    @PostMapping("/{id}/finalise")
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<View> finalise(
            @PathVariable RoyaltyStatementId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        callers.current().require(HEAD_OFFICE);
        return Versioned.ok(billing.finalise(id, ifMatch), View::of);
    }

    private Known known(RoyaltyStatementId id, @Nullable LocalDate asKnownOn) {
        Caller caller = callers.current();
        caller.require(HEAD_OFFICE, REGION_MANAGER, CLINIC_MANAGER);
        if (!caller.mayIn(statements.require(id).clinicId(), HEAD_OFFICE, REGION_MANAGER, CLINIC_MANAGER)) {
            throw Refusal.notFound();
        }
        return billing.known(id, asKnownOn);
    }
}
