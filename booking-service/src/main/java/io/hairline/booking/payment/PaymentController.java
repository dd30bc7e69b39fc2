package io.hairline.booking.payment;

import io.hairline.booking.appointment.AppointmentAccess;
import io.hairline.booking.note.ReasonCodes;
import io.hairline.booking.payment.amount.GivenAmount;
import io.hairline.booking.payment.amount.GivenPart;
import io.hairline.booking.payment.owed.PaymentSubjects;
import io.hairline.booking.payment.prepaid.Redemptions;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PaymentId;
import io.hairline.contracts.booking.PaymentDetails;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.web.Page;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes payments for appointments, courses and products, lists them, and moves one to what it is really for. */
@RestController
@RequestMapping("/api/v1/payments")
class PaymentController {

    private static final String METHODS = "CARD|CASH|GIFT_CARD|PREPAID";
    private static final String KINDS = PaymentDetails.PREPAID + "|" + PaymentDetails.SALES;
    private static final String KIND_MESSAGE =
            "must be PREPAID, SALE_SPF, SALE_MOISTURISER, SALE_SHAMPOO or SALE_OTHER, or be left out";

    private final PaymentProcessing processing;
    private final Payments payments;
    private final PaymentSubjects subjects;
    private final AppointmentAccess access;

    PaymentController(
            PaymentProcessing processing, Payments payments, PaymentSubjects subjects, AppointmentAccess access) {
        this.processing = processing;
        this.payments = payments;
        this.subjects = subjects;
        this.access = access;
    }

    /**
     * For an appointment, for a course, or for a product that a client buys in a clinic.
     *
     * @param clientId who buys a product
     * @param clinicId where a product is bought
     * @param amount with tax and tip, which are parts of it
     * @param method {@code PREPAID} takes the client's credit, {@code GIFT_CARD} a card of anybody's
     * @param giftCardCode for {@code GIFT_CARD}
     * @param kind {@code PREPAID} if more is paid than is owed, or which product is bought
     */
    record NewPayment(
            @Nullable AppointmentId appointmentId,
            @Nullable CourseId courseId,
            @Nullable ClientId clientId,
            @Nullable ClinicId clinicId,
            @NotNull @Valid GivenAmount amount,
            @Nullable @Valid GivenPart tax,
            @Nullable @Valid GivenPart tip,

            @NotNull @Pattern(regexp = METHODS, message = "must be CARD, CASH, GIFT_CARD or PREPAID") String method,

            @Nullable @Size(max = 40) String giftCardCode,

            @Nullable @Pattern(regexp = KINDS, message = KIND_MESSAGE) String kind) {

        PaymentSubjects.Asked asked() {
            return new PaymentSubjects.Asked(appointmentId, courseId, clientId, clinicId, kind);
        }
    }

    /** Either the appointment or the course that a payment is really for; of the clinic that took it. */
    record Reassignment(
            @Nullable AppointmentId appointmentId,
            @Nullable CourseId courseId,

            @NotNull @Pattern(regexp = ReasonCodes.PAYMENT_REASSIGNMENT, message = ReasonCodes.MESSAGE) String reasonCode) {}

    /** Cash, and the sale of a product, are the staff's to note: the caller's own word for them is no money. */
    @PostMapping
    @ApiResponse(responseCode = "201", description = "The money is there.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = "The provider has not answered yet.", useReturnTypeSchema = true)
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    ResponseEntity<PaymentView> pay(@Valid @RequestBody NewPayment wanted) {
        Redemptions.checkCode(wanted.method(), wanted.giftCardCode());
        boolean isStaff = access.caller().isStaff();
        if (wanted.method().equals(Payment.CASH) && !isStaff) {
            throw Refusal.forbidden();
        }
        PaymentDetails paid = paid(wanted);
        if (paid.paysForProduct() && !isStaff) {
            throw Refusal.forbidden();
        }
        access.toBook(paid.clientId(), paid.clinicId());
        Payment it = processing.pay(paid, access.caller().subject(), wanted.giftCardCode());
        return switch (it.state()) {
            case CAPTURED -> PaymentView.answer(HttpStatus.CREATED, it);
            case PENDING -> PaymentView.answer(HttpStatus.ACCEPTED, it);
            case DECLINED ->
                throw new Refusal(
                                Refusal.Kind.PAYMENT,
                                "declined",
                                "The card was declined; nothing was taken. Try another card, or pay in cash.")
                        .with("paymentId", it.id().value());
        };
    }

    private PaymentDetails paid(NewPayment wanted) {
        PaymentSubjects.Subject subject = subjects.require(wanted.asked());
        String currency = subject.currency();
        Money amount = wanted.amount().in("amount", currency);
        Money tax = GivenPart.in("tax", wanted.tax(), currency);
        Money tip = GivenPart.in("tip", wanted.tip(), currency);
        if (tax.amount().add(tip.amount()).compareTo(amount.amount()) > 0) {
            throw Refusal.input("amount", "includes tax and tip, so it can't be less than they are together");
        }
        return new PaymentDetails(
                subject.client(),
                subject.clinic(),
                wanted.appointmentId(),
                wanted.courseId(),
                amount,
                tax,
                tip,
                wanted.method(),
                wanted.kind());
    }

    @GetMapping("/{id}")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    ResponseEntity<PaymentView> get(@PathVariable PaymentId id) {
        Payment it = payments.require(id);
        if (!access.maySee(it.paid().clientId(), it.paid().clinicId())) {
            throw Refusal.notFound();
        }
        return PaymentView.answer(HttpStatus.OK, it);
    }

    @GetMapping
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    Page<PaymentView> list(
            @RequestParam(required = false) @Nullable AppointmentId appointmentId,
            @RequestParam(required = false) @Nullable CourseId courseId,
            @RequestParam(required = false) @Nullable ClientId clientId) {
        return Page.whole(found(appointmentId, courseId, clientId).stream()
                .filter(it -> access.maySee(it.paid().clientId(), it.paid().clinicId()))
                .map(PaymentView::of)
                .toList());
    }

    private List<Payment> found(
            @Nullable AppointmentId appointment, @Nullable CourseId course, @Nullable ClientId client) {
        if (client != null) {
            if (appointment != null || course != null) {
                throw Refusal.input(
                        "clientId", "lists all payments of the client; leave appointmentId and courseId out");
            }
            return payments.of(client);
        }
        PaymentSubjects.requireOne(appointment, course);
        return appointment == null ? payments.of(Objects.requireNonNull(course)) : payments.of(appointment);
    }

    @PostMapping("/{id}/reassign")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<PaymentView> reassign(@PathVariable PaymentId id, @Valid @RequestBody Reassignment wanted) {
        PaymentDetails paid = payments.require(id).paid();
        access.caller().requireIn(paid.clinicId(), Role.CLINIC_MANAGER, Role.HEAD_OFFICE);
        PaymentSubjects.Subject to = subjects.require(wanted.appointmentId(), wanted.courseId());
        access.toBook(to.client(), to.clinic());
        if (!to.clinic().equals(paid.clinicId())
                || !to.currency().equals(paid.amount().currency())) {
            throw Refusal.rule(
                    "other-clinic",
                    "It is for another clinic or currency. Refund the payment and take it there again.");
        }
        PaymentDetails then = new PaymentDetails(
                to.client(),
                to.clinic(),
                wanted.appointmentId(),
                wanted.courseId(),
                paid.amount(),
                paid.tax(),
                paid.tip(),
                paid.methodCode(),
                paid.kindCode());
        return PaymentView.answer(HttpStatus.OK, processing.reassign(id, then, wanted.reasonCode()));
    }
}
