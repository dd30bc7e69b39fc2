package io.hairline.booking.payment.prepaid;

import io.hairline.booking.payment.amount.GivenAmount;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Money;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sells gift cards at the desk and tells what is left on one. They are used through {@code POST /payments}. */
@RestController
@RequestMapping("/api/v1/gift-cards")
class GiftCardController {

    private final PrepaidSelling selling;
    private final PrepaidAccounts accounts;
    private final GiftCardCodes codes;
    private final Callers callers;

    GiftCardController(PrepaidSelling selling, PrepaidAccounts accounts, GiftCardCodes codes, Callers callers) {
        this.selling = selling;
        this.accounts = accounts;
        this.codes = codes;
        this.callers = callers;
    }

    /**
     * A card to sell.
     *
     * @param method how it is paid: CARD, which is the usual, or CASH
     */
    record NewGiftCard(
            @NotNull ClinicId clinicId,
            @NotNull @Valid GivenAmount amount,

            @Nullable @Pattern(regexp = PrepaidController.METHOD, message = PrepaidController.METHOD_RULE) String method) {}

    record Code(@NotBlank @Size(max = 40) String code) {}

    /** What is left on a gift card. */
    record Balance(Prepaid.State status, Money balance) {}

    @PostMapping
    @ApiResponse(responseCode = "201", description = "The money is there.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = "The provider has not answered yet.", useReturnTypeSchema = true)
    @AllowedFor(staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<PrepaidView> sell(@Valid @RequestBody NewGiftCard wanted) {
        Caller caller = callers.current();
        caller.requireIn(wanted.clinicId(), Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.HEAD_OFFICE);
        Prepaid sold = selling.sell(
                Prepaid.Kind.GIFT_CARD, wanted.clinicId(), null, wanted.amount(), wanted.method(), caller.subject());
        return PrepaidView.sold(sold, codes.codeOf(sold.id()));
    }

    /** What is left on a gift card. It is a POST, because a code in an address would stand in logs. */
    @PostMapping("/balance")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    Balance balance(@Valid @RequestBody Code it) {
        Prepaid card = accounts.withToken(codes.tokenOf(it.code()))
                .orElseThrow(() -> Refusal.input("code", "is no gift card of ours; check the letters"));
        return new Balance(card.state(), new Money(card.balance(), card.currency()));
    }
}
