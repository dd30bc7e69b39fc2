package io.hairline.treatment.lot;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.contracts.headoffice.StockRule;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.lot.label.LabelRules;
import io.hairline.treatment.referencedata.ReferenceData;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/lots")
class LotController {

    private static final Role[] STOCK = {Role.PRACTITIONER, Role.CLINIC_MANAGER};

    private final Lots lots;
    private final ReferenceData referenceData;
    private final LabelRules labels;
    private final Callers callers;

    LotController(Lots lots, ReferenceData referenceData, LabelRules labels, Callers callers) {
        this.labels = labels;
        this.lots = lots;
        this.referenceData = referenceData;
        this.callers = callers;
    }

    /**
     * What arrived; for needles, {@code millilitres} counts pieces.
     *
     * @param useWithinDays for how many days it may be used once it is opened, if the label names them
     * @param labelFields what else the label says: at least what {@code GET /api/v1/lots/label-fields} asks for
     */
    record NewLot(
            @NotNull ClinicId clinicId,
            @NotBlank @Size(max = 120) String maker,
            @NotBlank @Size(max = 120) String product,
            @NotBlank @Size(max = 40) String colourIndex,
            @NotBlank @Size(max = 60) String lotNumber,
            @NotNull LocalDate expiresOn,

            @NotNull @Positive @DecimalMax("100000") @Digits(integer = 6, fraction = 2) BigDecimal millilitres,

            @Nullable LotKind kind,
            @Nullable @Positive @Max(3_650) Integer useWithinDays,

            @Nullable @Size(max = 10) Map<@Size(max = 40) String, @NotNull @Size(max = 2_000) String> labelFields) {

        Delivery delivery() {
            if (kind == LotKind.NEEDLE && millilitres.stripTrailingZeros().scale() > 0) {
                throw Refusal.input("millilitres", "must be whole pieces for needles");
            }
            return new Delivery(
                    clinicId,
                    Objects.requireNonNullElse(kind, LotKind.PIGMENT),
                    maker.strip(),
                    product.strip(),
                    colourIndex.strip(),
                    lotNumber.strip(),
                    expiresOn,
                    millilitres,
                    useWithinDays,
                    null,
                    Objects.requireNonNullElse(labelFields, Map.of()));
        }
    }

    /** A new lot is 201; more of a batch that the clinic has already is added to that lot, and is 200. */
    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER})
    @PostMapping
    @ApiResponse(responseCode = "201", description = "A new lot.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "More of a lot that the clinic has.", useReturnTypeSchema = true)
    ResponseEntity<LotView> receive(@Valid @RequestBody NewLot arrived) {
        callers.current().requireIn(arrived.clinicId(), STOCK);
        Delivery delivery = arrived.delivery();
        labels.check(
                delivery.kind().name(),
                delivery.labelFields(),
                referenceData.requireClinic(arrived.clinicId()).jurisdiction());
        Lot lot = lots.receive(new LotId(Ids.next(LotId.PREFIX)), delivery);
        return lot.version() == 1 ? Versioned.created(lot, lots::view) : Versioned.ok(lot, lots::view);
    }

    /**
     * Something that a label must say.
     *
     * @param code the key in {@code labelFields}
     * @param source the law that asks for it
     */
    record LabelField(LotKind kind, String code, String source) {}

    /** What labels must say in a clinic beside maker, product, colour, batch and last day. */
    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER, Role.FRONT_DESK, Role.HEAD_OFFICE})
    @GetMapping("/label-fields")
    Page<LabelField> labelFields(@RequestParam ClinicId clinicId) {
        callers.current()
                .requireIn(clinicId, Role.PRACTITIONER, Role.CLINIC_MANAGER, Role.FRONT_DESK, Role.HEAD_OFFICE);
        return Page.whole(labels.in(referenceData.requireClinic(clinicId).jurisdiction()).stream()
                .flatMap(rule -> rule.fields().stream()
                        .map(it -> new LabelField(LotKind.valueOf(rule.kind()), it, rule.source())))
                .toList());
    }

    /**
     * In the order they came; with {@code left=true} those of which something is left, with {@code left=false} the others.
     *
     * @param usableSince only what a session that began at this instant may name at its end
     */
    @AllowedFor(staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER, Role.FRONT_DESK, Role.HEAD_OFFICE})
    @GetMapping
    Page<LotView> list(
            @RequestParam ClinicId clinicId,
            @RequestParam(required = false) @Nullable Boolean left,
            @RequestParam(required = false) @Nullable Instant usableSince,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.limit(limit);
        LotId after = Page.position(cursor, LotId::new);
        callers.current()
                .requireIn(clinicId, Role.PRACTITIONER, Role.CLINIC_MANAGER, Role.FRONT_DESK, Role.HEAD_OFFICE);
        List<Lot> found = lots.of(clinicId, left, usableSince, after, most + 1);
        Set<String> recalled = lots.recalledAmong(found);
        LocalDate today = lots.today(clinicId);
        StockRule rule = lots.rule(clinicId);
        Page<Lot> page = Page.of(found, most, it -> it.id().value());
        List<Lot> shown =
                usableSince == null ? page.items() : lots.nameable(page.items(), clinicId, usableSince, recalled);
        return new Page<>(
                shown.stream()
                        .map(it -> LotView.of(it, lots.statusOf(it, recalled), today, rule))
                        .toList(),
                page.nextCursor());
    }
}
