package io.hairline.treatment.lot;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.RequestContext;
import io.hairline.kit.events.Change;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.lot.label.LabelRules;
import io.hairline.treatment.referencedata.ReferenceData;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a clinic does with a lot that it has. */
@RestController
@RequestMapping("/api/v1/lots/{id}")
class LotActionsController {

    private static final Role[] STOCK = {Role.PRACTITIONER, Role.CLINIC_MANAGER};
    private static final Role[] MOVE = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE};

    private final Lots lots;
    private final LabelRules labels;
    private final ReferenceData referenceData;
    private final Callers callers;

    LotActionsController(Lots lots, LabelRules labels, ReferenceData referenceData, Callers callers) {
        this.lots = lots;
        this.labels = labels;
        this.referenceData = referenceData;
        this.callers = callers;
    }

    record Quarantine(@NotNull QuarantineReason reasonCode) {}

    record Disposal(@NotNull DisposalReason reasonCode) {}

    /** For needles, {@code millilitres} counts pieces. */
    record Transfer(
            @NotNull ClinicId clinicId,

            @NotNull @Positive @DecimalMax("100000") @Digits(integer = 6, fraction = 2) BigDecimal millilitres) {}

    /**
     * What was typed wrong; what is left out stays as it is.
     *
     * @param millilitres all that ever came of the lot; for needles, pieces
     */
    record CorrectedLabel(
            @Nullable @Size(min = 1, max = 120) String maker,
            @Nullable @Size(min = 1, max = 120) String product,
            @Nullable @Size(min = 1, max = 40) String colourIndex,
            @Nullable @Size(min = 1, max = 60) String lotNumber,
            @Nullable LocalDate expiresOn,

            @Nullable @Positive @DecimalMax("100000") @Digits(integer = 6, fraction = 2) BigDecimal millilitres,

            @NotBlank @Size(min = 5, max = 500) String reason) {

        Lot.Label label(Lot known) {
            return new Lot.Label(
                    or(maker, known.maker()),
                    or(product, known.product()),
                    or(colourIndex, known.colourIndex()),
                    or(lotNumber, known.lotNumber()),
                    Objects.requireNonNullElse(expiresOn, known.expiresOn()));
        }

        private static String or(@Nullable String typed, String known) {
            return typed == null ? known : typed.strip();
        }
    }

    /** A bottle of pigment is opened; the first draw of a closed one opens it, too. */
    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping("/open")
    ResponseEntity<LotView> open(
            @PathVariable LotId id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        requireOwn(id, STOCK);
        return answer(lots.open(id, checking(ifMatch)));
    }

    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping("/quarantine")
    ResponseEntity<LotView> quarantine(
            @PathVariable LotId id,
            @Valid @RequestBody Quarantine wanted,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        requireOwn(id, STOCK);
        return answer(lots.change(id, (lot, _, at) -> {
            Preconditions.check(ifMatch, lot);
            return lot.quarantine(wanted.reasonCode(), at);
        }));
    }

    @AllowedFor(staff = Role.CLINIC_MANAGER)
    @PostMapping("/release")
    ResponseEntity<LotView> release(
            @PathVariable LotId id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        requireOwn(id, Role.CLINIC_MANAGER);
        return answer(lots.change(id, (lot, _, at) -> {
            Preconditions.check(ifMatch, lot);
            return lot.release(at);
        }));
    }

    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping("/dispose")
    ResponseEntity<LotView> dispose(
            @PathVariable LotId id,
            @Valid @RequestBody Disposal wanted,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        requireOwn(id, STOCK);
        return answer(lots.change(id, (lot, _, at) -> {
            Preconditions.check(ifMatch, lot);
            return lot.dispose(wanted.reasonCode(), at);
        }));
    }

    /** To a clinic for which the caller may decide, too: nobody fills another's shelf. */
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    @PostMapping("/transfer")
    ResponseEntity<LotView> transfer(
            @PathVariable LotId id,
            @Valid @RequestBody Transfer wanted,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Lot lot = requireOwn(id, MOVE);
        callers.current().requireIn(wanted.clinicId(), MOVE);
        lots.requireKnownClinic(wanted.clinicId());
        if (lot.clinicId().equals(wanted.clinicId())) {
            throw Refusal.input("clinicId", "has this lot already; name another clinic");
        }
        requireWhole(lot, wanted.millilitres());
        Delivery there = lot.deliveryTo(wanted.clinicId(), wanted.millilitres());
        labels.check(
                there.kind().name(),
                there.labelFields(),
                referenceData.requireClinic(wanted.clinicId()).jurisdiction());
        return answer(lots.transfer(
                id, wanted.clinicId(), new LotId(Ids.next(LotId.PREFIX)), wanted.millilitres(), checking(ifMatch)));
    }

    /** Puts right what was typed wrong when it came. */
    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping("/correct")
    ResponseEntity<LotView> correct(
            @PathVariable LotId id,
            @Valid @RequestBody CorrectedLabel right,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Lot lot = requireOwn(id, STOCK);
        if (right.millilitres() != null) {
            requireWhole(lot, right.millilitres());
        }
        String by = RequestContext.current().actor();
        return answer(lots.correct(id, right::label, right.millilitres(), right.reason(), by, checking(ifMatch)));
    }

    private static void requireWhole(Lot lot, BigDecimal amount) {
        if (lot.kind() == LotKind.NEEDLE && amount.stripTrailingZeros().scale() > 0) {
            throw Refusal.input("millilitres", "must be whole pieces for needles");
        }
    }

    private static Lots.LotChange checking(@Nullable String ifMatch) {
        return (lot, _, _) -> {
            Preconditions.check(ifMatch, lot);
            return Change.none(lot);
        };
    }

    private Lot requireOwn(LotId id, Role... roles) {
        Caller caller = callers.current();
        caller.require(roles);
        return lots.find(id).filter(it -> caller.mayIn(it.clinicId(), roles)).orElseThrow(Refusal::notFound);
    }

    private ResponseEntity<LotView> answer(Lot lot) {
        return Versioned.ok(lot, lots::view);
    }
}
