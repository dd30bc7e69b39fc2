package io.hairline.booking.payment.prepaid;

import io.hairline.booking.appointment.AppointmentAccess;
import io.hairline.booking.client.Clients;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PaymentId;
import io.hairline.contracts.PrepaidId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Preconditions;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sells gift cards and prepaid credit at the desk, and tells what is left. They are used through {@code POST /payments}. */
@RestController
@RequestMapping("/api/v1")
class PrepaidController {

    private static final String METHOD = "CARD|CASH";

    private final PrepaidSelling selling;
    private final PrepaidAccounts accounts;
    private final GiftCardCodes codes;
    private final Clients clients;
    private final ReferenceData referenceData;
    private final AppointmentAccess access;

    PrepaidController(
            PrepaidSelling selling,
            PrepaidAccounts accounts,
            GiftCardCodes codes,
            Clients clients,
            ReferenceData referenceData,
            AppointmentAccess access) {
        this.selling = selling;
        this.accounts = accounts;
        this.codes = codes;
        this.clients = clients;
        this.referenceData = referenceData;
        this.access = access;
    }

    record Amount(
            @NotNull @Positive @Digits(integer = 12, fraction = 3) BigDecimal amount,

            @NotBlank @Size(max = 3) String currency) {}

    /** @param method how it is paid: CARD, which is the usual, or CASH */
    record NewGiftCard(
            @NotNull ClinicId clinicId,
            @NotNull @Valid Amount amount,

            @Nullable @Pattern(regexp = METHOD, message = "must be CARD or CASH") String method) {}

    /** @param method how it is paid: CARD, which is the usual, or CASH */
    record NewCredit(
            @NotNull ClientId clientId,
            @NotNull ClinicId clinicId,
            @NotNull @Valid Amount amount,

            @Nullable @Pattern(regexp = METHOD, message = "must be CARD or CASH") String method) {}

    record Code(@NotBlank @Size(max = 40) String code) {}

    /** @param paymentId what it was used for; absent for the sale */
    record LineView(
            Instant at,
            Prepaid.Movement kind,
            Money amount,
            Money balance,
            ClinicId clinicId,
            @Nullable PaymentId paymentId) {}

    /**
     * A gift card or credit.
     *
     * @param code on a gift card that was just sold; anybody who knows it can pay with the card
     * @param lines every movement with the balance after it
     */
    record View(
            PrepaidId id,
            Prepaid.Kind kind,
            Prepaid.State status,
            ClinicId clinicId,
            @Nullable ClientId clientId,
            Money amount,
            Money balance,
            @Nullable String code,
            List<LineView> lines) {

        static View of(Prepaid it, @Nullable String code) {
            return new View(
                    it.id(),
                    it.sale().kind(),
                    it.state(),
                    it.sale().clinicId(),
                    it.sale().clientId(),
                    it.sale().amount(),
                    new Money(it.balance(), it.currency()),
                    code,
                    lines(it));
        }

        private static List<LineView> lines(Prepaid it) {
            BigDecimal[] balance = {BigDecimal.ZERO};
            return it.lines().stream()
                    .map(line -> {
                        balance[0] = balance[0].add(line.amount());
                        return new LineView(
                                line.at(),
                                line.movement(),
                                new Money(line.amount(), it.currency()),
                                new Money(balance[0], it.currency()),
                                line.clinicId(),
                                line.paymentId());
                    })
                    .toList();
        }
    }

    /** What is left on a gift card. */
    record Balance(Prepaid.State status, Money balance) {}

    @PostMapping("/gift-cards")
    @ApiResponse(responseCode = "201", description = "The money is there.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = "The provider has not answered yet.", useReturnTypeSchema = true)
    @AllowedFor(staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<View> sellCard(@Valid @RequestBody NewGiftCard wanted) {
        mayIn(wanted.clinicId());
        Prepaid sold = selling.sell(
                new Prepaid.Sale(
                        Prepaid.Kind.GIFT_CARD,
                        wanted.clinicId(),
                        null,
                        money(wanted.clinicId(), wanted.amount()),
                        method(wanted.method())),
                access.caller().subject());
        return answer(sold, codes.codeOf(sold.id()));
    }

    @PostMapping("/prepaid")
    @ApiResponse(responseCode = "201", description = "The money is there.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = "The provider has not answered yet.", useReturnTypeSchema = true)
    @AllowedFor(staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<View> sellCredit(@Valid @RequestBody NewCredit wanted) {
        mayIn(wanted.clinicId());
        if (!clients.has(wanted.clientId())) {
            throw Refusal.notFound();
        }
        Prepaid sold = selling.sell(
                new Prepaid.Sale(
                        Prepaid.Kind.CREDIT,
                        wanted.clinicId(),
                        wanted.clientId(),
                        money(wanted.clinicId(), wanted.amount()),
                        method(wanted.method())),
                access.caller().subject());
        return answer(sold, null);
    }

    private void mayIn(ClinicId clinic) {
        access.caller().requireIn(clinic, Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.HEAD_OFFICE);
    }

    private static String method(@Nullable String method) {
        return method == null ? "CARD" : method;
    }

    private Money money(ClinicId clinic, Amount wanted) {
        String currency =
                referenceData.clinic(clinic).orElseThrow(Refusal::notFound).paidIn();
        if (!wanted.currency().equals(currency)) {
            throw Refusal.rule("wrong-currency", "It is paid in " + currency + ".");
        }
        try {
            return new Money(wanted.amount(), currency);
        } catch (IllegalArgumentException _) {
            throw Refusal.input("amount.amount", "has more decimals than " + currency);
        }
    }

    private static ResponseEntity<View> answer(Prepaid sold, @Nullable String code) {
        return switch (sold.state()) {
            case ACTIVE, PENDING ->
                ResponseEntity.status(sold.state() == Prepaid.State.ACTIVE ? HttpStatus.CREATED : HttpStatus.ACCEPTED)
                        .eTag(Preconditions.etag(sold))
                        .body(View.of(sold, code));
            case DECLINED ->
                throw new Refusal(
                        Refusal.Kind.PAYMENT,
                        "declined",
                        "The card was declined; nothing was taken. Try another card, or pay in cash.");
        };
    }

    /** What is left on a gift card. It is a POST, because a code in an address would stand in logs. */
    @PostMapping("/gift-cards/balance")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    Balance balance(@Valid @RequestBody Code it) {
        Prepaid card = accounts.withToken(codes.tokenOf(it.code()))
                .orElseThrow(() -> Refusal.input("code", "is no gift card of ours; check the letters"));
        return new Balance(card.state(), new Money(card.balance(), card.currency()));
    }

    /** A client's credit. Any desk of the brand may see it, because it can be used there. */
    @GetMapping("/prepaid")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    Page<View> ofClient(@RequestParam ClientId clientId) {
        boolean own = clients.require(clientId).isMadeOrIs(access.caller());
        if (!access.caller().isStaff() && !own) {
            throw Refusal.notFound();
        }
        return Page.whole(accounts.of(clientId).stream()
                .filter(it -> it.state() != Prepaid.State.DECLINED)
                .map(it -> View.of(it, null))
                .toList());
    }
}
