package io.hairline.booking.payment.prepaid;

import io.hairline.booking.note.ReasonCodes;
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

/** Sells gift cards at the desk, takes unused ones back, and tells what is left on one. They are used through {@code POST /payments}. */
@RestController
@RequestMapping("/api/v1/gift-cards")
class GiftCardController {

    private final PrepaidSelling selling;
    private final PrepaidTakingBack takingBack;
    private final PrepaidAccounts accounts;
    private final GiftCardCodes codes;
    private final Callers callers;

    GiftCardController(
            PrepaidSelling selling,
            PrepaidTakingBack takingBack,
            PrepaidAccounts accounts,
            GiftCardCodes codes,
            Callers callers) {
        this.selling = selling;
        this.takingBack = takingBack;
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

    /**
     * What is left on a gift card.
     *
     * @param amount what was on it when it was sold
     */
    record Balance(Prepaid.State status, Money balance, Money amount) {}

    record TakeBack(
            @NotBlank @Size(max = 40) String code,

            @NotNull @Pattern(regexp = ReasonCodes.REFUND, message = ReasonCodes.MESSAGE) String reasonCode) {}

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
        Prepaid card = card(it.code());
        return new Balance(
                card.state(),
                new Money(card.balance(), card.currency()),
                card.sale().amount());
    }

    /** Takes a gift card back while all of it is left, in the clinic that sold it; its price goes back as it was paid. */
    @PostMapping("/take-back")
    @ApiResponse(responseCode = "200", description = "The money is back.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = "The provider has not answered yet.", useReturnTypeSchema = true)
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<PrepaidView> takeBack(@Valid @RequestBody TakeBack wanted) {
        Prepaid card = card(wanted.code());
        if (!callers.current().mayIn(card.sale().clinicId(), Role.CLINIC_MANAGER, Role.HEAD_OFFICE)) {
            throw Refusal.input("code", "is of a gift card that another clinic sold; that clinic takes it back");
        }
        return PrepaidView.takenBack(takingBack.takeBack(card.id(), wanted.reasonCode()));
    }

    private Prepaid card(String code) {
        return accounts.withToken(codes.tokenOf(code))
                .orElseThrow(() -> Refusal.input("code", "is no gift card of ours; check the letters"));
    }
}
