package io.hairline.headoffice.royalty;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Currencies;
import io.hairline.contracts.Money;
import io.hairline.contracts.RoyaltyAgreementId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.contracts.headoffice.RoyaltyTerms;
import io.hairline.contracts.headoffice.RoyaltyTerms.CategoryRate;
import io.hairline.contracts.headoffice.RoyaltyTerms.RoyaltyTier;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.kit.Refusal;
import io.hairline.kit.input.PlanningDays;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Versioned;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/royalty-agreements")
class RoyaltyAgreementController {

    private final RoyaltyBilling billing;
    private final RoyaltyAgreements agreements;
    private final ClinicDirectory clinics;
    private final Callers callers;

    RoyaltyAgreementController(
            RoyaltyBilling billing, RoyaltyAgreements agreements, ClinicDirectory clinics, Callers callers) {
        this.billing = billing;
        this.agreements = agreements;
        this.clinics = clinics;
        this.callers = callers;
    }

    /** When prepaid money counts. */
    enum Basis {
        CASH,
        ACCRUAL
    }

    /** What a payment was for. */
    enum Category {
        COURSE,
        VISIT,
        PRODUCT,
        PREPAID
    }

    record Tier(
            @Nullable @Positive @Digits(integer = 10, fraction = 3) BigDecimal upTo,

            @NotNull @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 4) BigDecimal percent) {}

    record Rate(
            @NotNull Category category,

            @NotNull @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 4) BigDecimal percent) {}

    /** All amounts in the clinic's currency. */
    record NewTerms(
            @NotNull ClinicId clinicId,
            @NotNull LocalDate from,
            @NotNull Basis basis,
            @NotNull @Size(min = 1, max = 10) List<@NotNull @Valid Tier> tiers,
            @Nullable @Size(max = 4) List<@NotNull @Valid Rate> categories,

            @Nullable @PositiveOrZero @Digits(integer = 8, fraction = 3) BigDecimal minimum,

            @Nullable @PositiveOrZero @Digits(integer = 8, fraction = 3) BigDecimal fixedFee,

            @Nullable @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 4) BigDecimal brandFundPercent,

            @Nullable @PositiveOrZero @Digits(integer = 8, fraction = 3) BigDecimal technologyFee) {

        RoyaltyTerms terms(String currency) {
            checkTiers(currency);
            List<Rate> rates = Objects.requireNonNullElse(categories, List.of());
            if (rates.stream().map(Rate::category).distinct().count() < rates.size()) {
                throw Refusal.input("categories", "must name each category once");
            }
            return new RoyaltyTerms(
                    basis.name(),
                    tiers.stream()
                            .map(it -> new RoyaltyTier(it.upTo(), it.percent()))
                            .toList(),
                    rates.stream()
                            .map(it -> new CategoryRate(it.category().name(), it.percent()))
                            .toList(),
                    money("minimum", minimum, currency),
                    money("fixedFee", fixedFee, currency),
                    Objects.requireNonNullElse(brandFundPercent, BigDecimal.ZERO),
                    money("technologyFee", technologyFee, currency));
        }

        private void checkTiers(String currency) {
            for (int i = 0; i < tiers.size(); i++) {
                String field = "tiers[" + i + "].upTo";
                BigDecimal upTo = tiers.get(i).upTo();
                if ((i == tiers.size() - 1) != (upTo == null)) {
                    throw Refusal.input(field, upTo == null ? "is missing" : "must be left out in the last tier");
                }
                if (upTo != null) {
                    money(field, upTo, currency);
                    BigDecimal before = i == 0 ? null : tiers.get(i - 1).upTo();
                    if (before != null && upTo.compareTo(before) <= 0) {
                        throw Refusal.input(field, "must be more than in the tier before it");
                    }
                }
            }
        }

        private static Money money(String field, @Nullable BigDecimal amount, String currency) {
            BigDecimal value = Objects.requireNonNullElse(amount, BigDecimal.ZERO);
            if (value.stripTrailingZeros().scale() > Currencies.digits(currency)) {
                throw Refusal.input(field, "has more decimals than " + currency);
            }
            return new Money(value, currency);
        }
    }

    /** @param supersededBy the rule version that took the place of these terms before they were billed */
    record TermsView(
            int ruleVersion,
            LocalDate from,
            RoyaltyTerms terms,
            @Nullable Integer supersededBy) {}

    record View(RoyaltyAgreementId id, long version, ClinicId clinicId, String currency, List<TermsView> terms) {
        static View of(RoyaltyAgreement it) {
            return new View(
                    it.id(),
                    it.version(),
                    it.clinicId(),
                    it.currency(),
                    it.terms().stream().map(each -> terms(it, each)).toList());
        }

        private static TermsView terms(RoyaltyAgreement all, RoyaltyAgreement.DatedTerms it) {
            Integer by = all.inPlaceOf(it)
                    .map(RoyaltyAgreement.DatedTerms::ruleVersion)
                    .orElse(null);
            return new TermsView(it.ruleVersion(), it.from(), it.terms(), by);
        }
    }

    @GetMapping
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.REGION_MANAGER, Role.HEAD_OFFICE})
    Page<View> list(
            @RequestParam @Nullable ClinicId clinicId,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Caller caller = callers.current();
        caller.require(Role.HEAD_OFFICE, Role.REGION_MANAGER, Role.CLINIC_MANAGER);
        String after = Objects.requireNonNullElse(Page.position(cursor), "");
        Limit oneMore = Limit.of(Page.limit(limit) + 1);
        Optional<Set<ClinicId>> reach =
                clinics.reach(caller, Role.HEAD_OFFICE, Role.REGION_MANAGER, Role.CLINIC_MANAGER);
        if (clinicId != null) {
            reach = Optional.of(reach.map(it -> kept(it, clinicId)).orElse(Set.of(clinicId)));
        }
        List<RoyaltyAgreement> found = reach.map(
                        it -> agreements.of(it.stream().map(ClinicId::value).toList(), after, oneMore))
                .orElseGet(() -> agreements.after(after, oneMore));
        return Page.of(found, limit, RoyaltyAgreement::aggregateId).map(View::of);
    }

    static Set<ClinicId> kept(Set<ClinicId> reach, ClinicId wanted) {
        Set<ClinicId> kept = new HashSet<>(reach);
        kept.retainAll(Set.of(wanted));
        return kept;
    }

    /**
     * New terms from a month on; what was agreed before stays for the months before, and terms that were to begin in that month
     * or later are superseded. Months whose statements are issued keep their terms.
     */
    @PostMapping
    @ApiResponse(responseCode = "201", description = "The first terms.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "New terms.", useReturnTypeSchema = true)
    @AllowedFor(staff = Role.HEAD_OFFICE)
    ResponseEntity<View> agree(
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewTerms it) {
        callers.current().require(Role.HEAD_OFFICE);
        Clinic clinic =
                clinics.find(it.clinicId()).orElseThrow(() -> Refusal.input("clinicId", "is no clinic of the brand"));
        RoyaltyTerms terms = it.terms(clinic.place().currency());
        RoyaltyAgreement agreed = billing.agree(ifMatch, it.clinicId(), PlanningDays.checked("from", it.from()), terms);
        return agreed.version() == 1 ? Versioned.created(agreed, View::of) : Versioned.ok(agreed, View::of);
    }
}
