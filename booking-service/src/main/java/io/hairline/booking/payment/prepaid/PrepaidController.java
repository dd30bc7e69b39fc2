package io.hairline.booking.payment.prepaid;

import io.hairline.booking.client.Clients;
import io.hairline.booking.note.ReasonCodes;
import io.hairline.booking.payment.amount.GivenAmount;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PrepaidId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sells prepaid credit at the desk and lists a client's. It is used through {@code POST /payments}. */
@RestController
@RequestMapping("/api/v1/prepaid")
class PrepaidController {

    static final String METHOD = "CARD|CASH";
    static final String METHOD_RULE = "must be CARD or CASH";

    private final PrepaidSelling selling;
    private final PrepaidTakingBack takingBack;
    private final PrepaidAccounts accounts;
    private final Clients clients;
    private final Callers callers;

    PrepaidController(
            PrepaidSelling selling,
            PrepaidTakingBack takingBack,
            PrepaidAccounts accounts,
            Clients clients,
            Callers callers) {
        this.selling = selling;
        this.takingBack = takingBack;
        this.accounts = accounts;
        this.clients = clients;
        this.callers = callers;
    }

    /**
     * Credit to sell.
     *
     * @param method how it is paid: CARD, which is the usual, or CASH
     */
    record NewCredit(
            @NotNull ClientId clientId,
            @NotNull ClinicId clinicId,
            @NotNull @Valid GivenAmount amount,

            @Nullable @Pattern(regexp = METHOD, message = METHOD_RULE) String method) {}

    @PostMapping
    @ApiResponse(responseCode = "201", description = "The money is there.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = "The provider has not answered yet.", useReturnTypeSchema = true)
    @AllowedFor(staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<PrepaidView> sell(@Valid @RequestBody NewCredit wanted) {
        Caller caller = callers.current();
        caller.requireIn(wanted.clinicId(), Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.HEAD_OFFICE);
        if (!clients.has(wanted.clientId())) {
            throw Refusal.notFound();
        }
        Prepaid sold = selling.sell(
                Prepaid.Kind.CREDIT,
                wanted.clinicId(),
                wanted.clientId(),
                wanted.amount(),
                wanted.method(),
                caller.subject());
        return PrepaidView.sold(sold, null);
    }

    /** Why the price goes back. */
    record TakeBack(
            @NotNull @Pattern(regexp = ReasonCodes.REFUND, message = ReasonCodes.MESSAGE) String reasonCode) {}

    /** Takes credit, or a gift card by its id, back while all of it is left; its price goes back as it was paid. */
    @PostMapping("/{id}/take-back")
    @ApiResponse(responseCode = "200", description = "The money is back.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = "The provider has not answered yet.", useReturnTypeSchema = true)
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<PrepaidView> takeBack(@PathVariable PrepaidId id, @Valid @RequestBody TakeBack why) {
        callers.current().requireIn(accounts.require(id).sale().clinicId(), Role.CLINIC_MANAGER, Role.HEAD_OFFICE);
        return PrepaidView.takenBack(takingBack.takeBack(id, why.reasonCode()));
    }

    /** A client's credit. Any desk of the brand may see it, because it can be used there. */
    @GetMapping
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    Page<PrepaidView> ofClient(@RequestParam ClientId clientId) {
        Caller caller = callers.current();
        if (!clients.require(clientId).isMadeOrIs(caller) && !caller.isStaff()) {
            throw Refusal.notFound();
        }
        return Page.whole(accounts.of(clientId).stream()
                .filter(it -> it.state() != Prepaid.State.DECLINED)
                .map(it -> PrepaidView.of(it, null))
                .toList());
    }
}
