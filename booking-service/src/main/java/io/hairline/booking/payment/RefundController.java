package io.hairline.booking.payment;

import io.hairline.booking.note.ReasonCodes;
import io.hairline.booking.payment.amount.GivenAmount;
import io.hairline.contracts.Money;
import io.hairline.contracts.PaymentId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Callers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pays money back by people's decision. */
@RestController
@RequestMapping("/api/v1/payments")
class RefundController {

    private final RefundProcessing refunds;
    private final Payments payments;
    private final Callers callers;

    RefundController(RefundProcessing refunds, Payments payments, Callers callers) {
        this.refunds = refunds;
        this.payments = payments;
        this.callers = callers;
    }

    /**
     * What is paid back.
     *
     * @param amount all that is left of the payment, if absent
     */
    record NewRefund(
            @Nullable @Valid GivenAmount amount,

            @NotNull @Pattern(regexp = ReasonCodes.REFUND, message = ReasonCodes.MESSAGE) String reasonCode) {}

    @PostMapping("/{id}/refund")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<PaymentView> refund(@PathVariable PaymentId id, @Valid @RequestBody NewRefund wanted) {
        Payment it = payments.require(id);
        callers.current().requireIn(it.paid().clinicId(), Role.CLINIC_MANAGER, Role.HEAD_OFFICE);
        Money amount = wanted.amount() == null ? null : wanted.amount().in("amount", it.currency());
        Payment after = refunds.refund(id, amount, wanted.reasonCode());
        return switch (after.refunds().getLast().state()) {
            case DONE -> PaymentView.answer(HttpStatus.OK, after);
            case REQUESTED, UNKNOWN -> PaymentView.answer(HttpStatus.ACCEPTED, after);
            case FAILED ->
                throw new Refusal(
                                Refusal.Kind.PAYMENT,
                                "refund-refused",
                                "The card provider refuses the refund; the money is still here. Pay it back another way.")
                        .with("paymentId", id.value());
        };
    }
}
