package io.hairline.booking.payment;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.AppointmentAccess;
import io.hairline.booking.appointment.AppointmentScheduling;
import io.hairline.booking.course.Course;
import io.hairline.booking.course.Courses;
import io.hairline.booking.payment.prepaid.Redemptions;
import io.hairline.booking.referencedata.ReferenceData;
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
import io.hairline.kit.web.Preconditions;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
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

@RestController
@RequestMapping("/api/v1/payments")
class PaymentController {

    private static final String METHODS = "CARD|CASH|GIFT_CARD|PREPAID";

    private final PaymentProcessing processing;
    private final RefundProcessing refunds;
    private final Payments payments;
    private final AppointmentScheduling scheduling;
    private final Courses courses;
    private final ReferenceData referenceData;
    private final AppointmentAccess access;

    PaymentController(
            PaymentProcessing processing,
            RefundProcessing refunds,
            Payments payments,
            AppointmentScheduling scheduling,
            Courses courses,
            ReferenceData referenceData,
            AppointmentAccess access) {
        this.processing = processing;
        this.refunds = refunds;
        this.payments = payments;
        this.scheduling = scheduling;
        this.courses = courses;
        this.referenceData = referenceData;
        this.access = access;
    }

    record Amount(
            @NotNull @Positive @Digits(integer = 12, fraction = 3) BigDecimal amount,

            @NotBlank @Size(max = 3) String currency) {}

    record Part(
            @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 3) BigDecimal amount,

            @NotBlank @Size(max = 3) String currency) {}

    /**
     * For an appointment or for a course.
     *
     * @param amount with tax and tip, which are parts of it
     * @param method {@code PREPAID} takes the client's credit, {@code GIFT_CARD} a card of anybody's
     * @param giftCardCode for {@code GIFT_CARD}
     * @param kind needed if more is paid than is owed
     */
    record NewPayment(
            @Nullable AppointmentId appointmentId,
            @Nullable CourseId courseId,
            @NotNull @Valid Amount amount,
            @Nullable @Valid Part tax,
            @Nullable @Valid Part tip,

            @NotNull @Pattern(regexp = METHODS, message = "must be CARD, CASH, GIFT_CARD or PREPAID") String method,

            @Nullable @Size(max = 40) String giftCardCode,

            @Nullable @Pattern(regexp = PaymentDetails.PREPAID, message = "must be PREPAID, or be left out") String kind) {}

    /** Either the appointment or the course that a payment is really for; of the clinic that took it. */
    record Reassignment(
            @Nullable AppointmentId appointmentId,
            @Nullable CourseId courseId,

            @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}", message = "must be a code such as MISTAKE") String reasonCode) {}

    /**
     * @param amount all that is left of the payment, if absent
     */
    record NewRefund(
            @Nullable @Valid Amount amount,

            @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}", message = "must be a code such as CLIENT_REQUEST") String reasonCode) {}

    record View(
            PaymentId id,
            long version,
            Payment.State status,
            ClientId clientId,
            ClinicId clinicId,
            @Nullable AppointmentId appointmentId,
            @Nullable CourseId courseId,
            Money amount,
            Money tax,
            Money tip,
            Money refunded,
            String method,
            @Nullable String kind,
            Instant requestedAt,
            List<RefundView> refunds) {

        static View of(Payment it) {
            PaymentDetails paid = it.paid();
            return new View(
                    it.id(),
                    it.version(),
                    it.state(),
                    paid.clientId(),
                    paid.clinicId(),
                    paid.appointmentId(),
                    paid.courseId(),
                    paid.amount(),
                    paid.tax(),
                    paid.tip(),
                    new Money(it.refunded(), paid.amount().currency()),
                    paid.methodCode(),
                    paid.kindCode(),
                    it.requestedAt(),
                    it.refunds().stream().map(RefundView::of).toList());
        }
    }

    /**
     * @param status REQUESTED and UNKNOWN are still on their way; FAILED means that the provider refused it
     * @param failureCode why it failed
     */
    record RefundView(
            int number,
            Refund.State status,
            Money amount,
            String reasonCode,
            @Nullable String failureCode,
            Instant requestedAt) {

        static RefundView of(Refund it) {
            return new RefundView(
                    it.number(), it.state(), it.amount(), it.reasonCode(), it.failureCode(), it.requestedAt());
        }
    }

    @PostMapping
    @ApiResponse(responseCode = "201", description = "The money is there.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = "The provider has not answered yet.", useReturnTypeSchema = true)
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    ResponseEntity<View> pay(@Valid @RequestBody NewPayment wanted) {
        access.requireBookingRole();
        Redemptions.checkCode(wanted.method(), wanted.giftCardCode());
        PaymentDetails paid = paid(wanted);
        access.toBook(paid.clientId(), paid.clinicId());
        Payment it = processing.take(paid, access.caller().subject(), wanted.giftCardCode());
        return switch (it.state()) {
            case CAPTURED -> answer(HttpStatus.CREATED, it);
            case PENDING -> answer(HttpStatus.ACCEPTED, it);
            case DECLINED ->
                throw new Refusal(
                                Refusal.Kind.PAYMENT,
                                "declined",
                                "The card was declined; nothing was taken. Try another card, or pay in cash.")
                        .with("paymentId", it.id().value());
        };
    }

    /** What a payment is for: whose it is, which clinic takes it, and in which currency. */
    private record Subject(ClientId client, ClinicId clinic, String currency) {}

    private Subject subject(@Nullable AppointmentId appointmentId, @Nullable CourseId courseId) {
        if ((appointmentId == null) == (courseId == null)) {
            throw Refusal.input("appointmentId", "give either appointmentId or courseId");
        }
        if (appointmentId == null) {
            Course course = courses.require(Objects.requireNonNull(courseId));
            return new Subject(
                    course.clientId(), course.clinicId(), course.total().currency());
        }
        Appointment appointment = scheduling.require(appointmentId);
        ClientId client = appointment.clientId();
        if (client == null) {
            throw Refusal.state("illegal-move", "This slot is only held; book it before it is paid.");
        }
        ClinicId clinic = appointment.slot().clinicId();
        return new Subject(
                client,
                clinic,
                referenceData.clinic(clinic).orElseThrow(Refusal::notFound).paidIn());
    }

    private PaymentDetails paid(NewPayment wanted) {
        Subject subject = subject(wanted.appointmentId(), wanted.courseId());
        String currency = subject.currency();
        Money amount = money("amount", wanted.amount().amount(), wanted.amount().currency(), currency);
        Money tax = part("tax", wanted.tax(), currency);
        Money tip = part("tip", wanted.tip(), currency);
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

    private static Money part(String field, @Nullable Part part, String currency) {
        return part == null
                ? new Money(BigDecimal.ZERO, currency)
                : money(field, part.amount(), part.currency(), currency);
    }

    private static Money money(String field, BigDecimal amount, String given, String currency) {
        if (!given.equals(currency)) {
            throw Refusal.rule("wrong-currency", "It is paid in " + currency + ".");
        }
        try {
            return new Money(amount, currency);
        } catch (IllegalArgumentException e) {
            throw Refusal.input(field + ".amount", "has more decimals than " + currency);
        }
    }

    @GetMapping("/{id}")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    ResponseEntity<View> get(@PathVariable PaymentId id) {
        Payment it = payments.require(id);
        if (!access.maySee(it.paid().clientId(), it.paid().clinicId())) {
            throw Refusal.notFound();
        }
        return answer(HttpStatus.OK, it);
    }

    @GetMapping
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    Page<View> list(
            @RequestParam(required = false) @Nullable AppointmentId appointmentId,
            @RequestParam(required = false) @Nullable CourseId courseId) {
        if ((appointmentId == null) == (courseId == null)) {
            throw Refusal.input("appointmentId", "give either appointmentId or courseId");
        }
        List<Payment> found =
                appointmentId == null ? payments.of(Objects.requireNonNull(courseId)) : payments.of(appointmentId);
        return Page.whole(found.stream()
                .filter(it -> access.maySee(it.paid().clientId(), it.paid().clinicId()))
                .map(View::of)
                .toList());
    }

    @PostMapping("/{id}/refund")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<View> refund(@PathVariable PaymentId id, @Valid @RequestBody NewRefund wanted) {
        access.caller().require(Role.CLINIC_MANAGER, Role.HEAD_OFFICE);
        Payment it = payments.require(id);
        access.caller().requireIn(it.paid().clinicId(), Role.CLINIC_MANAGER, Role.HEAD_OFFICE);
        Money amount = wanted.amount() == null
                ? null
                : money("amount", wanted.amount().amount(), wanted.amount().currency(), it.currency());
        Payment after = refunds.refund(id, amount, wanted.reasonCode());
        return switch (after.refunds().getLast().state()) {
            case DONE -> answer(HttpStatus.OK, after);
            case REQUESTED, UNKNOWN -> answer(HttpStatus.ACCEPTED, after);
            case FAILED ->
                throw new Refusal(
                                Refusal.Kind.PAYMENT,
                                "refund-refused",
                                "The card provider refuses the refund; the money is still here. Pay it back another way.")
                        .with("paymentId", id.value());
        };
    }

    @PostMapping("/{id}/reassign")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<View> reassign(@PathVariable PaymentId id, @Valid @RequestBody Reassignment wanted) {
        access.caller().require(Role.CLINIC_MANAGER, Role.HEAD_OFFICE);
        PaymentDetails paid = payments.require(id).paid();
        access.caller().requireIn(paid.clinicId(), Role.CLINIC_MANAGER, Role.HEAD_OFFICE);
        Subject to = subject(wanted.appointmentId(), wanted.courseId());
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
        return answer(HttpStatus.OK, processing.reassign(id, then, wanted.reasonCode()));
    }

    private static ResponseEntity<View> answer(HttpStatus status, Payment it) {
        return ResponseEntity.status(status).eTag(Preconditions.etag(it)).body(View.of(it));
    }
}
