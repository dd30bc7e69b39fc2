package io.hairline.booking.course.terms;

import io.hairline.booking.course.Course;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Money;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.CancellationTier;
import io.hairline.contracts.headoffice.BookingPolicy.DepositRule;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/courses/terms")
class CourseTermsController {

    private final ReferenceData referenceData;

    CourseTermsController(ReferenceData referenceData) {
        this.referenceData = referenceData;
    }

    /**
     * The terms of a clinic as they are now; a course keeps those of the day it is booked.
     *
     * @param deposit a part of the price, due before the course begins
     * @param cancellation what comes back of the deposit, by notice; the longest notice first
     */
    record Terms(Money deposit, List<CancellationTier> cancellation) {}

    /** For a price in the clinic's own currency. */
    @GetMapping
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    Terms show(@RequestParam ClinicId clinicId, @RequestParam BigDecimal total) {
        Clinic clinic = referenceData
                .clinic(clinicId)
                .orElseThrow(() -> Refusal.input("clinicId", "is not a clinic of the brand"));
        BookingPolicy policy = referenceData.policy(clinicId);
        DepositRule rule = Objects.requireNonNullElse(policy.deposit(), DepositRule.DEFAULT);
        return new Terms(Course.depositFor(price(total, clinic), rule), policy.cancellation());
    }

    private static Money price(BigDecimal total, Clinic clinic) {
        if (total.signum() < 0) {
            throw Refusal.input("total", "must not be less than 0");
        }
        try {
            return new Money(total, clinic.currency());
        } catch (IllegalArgumentException e) {
            throw Refusal.input("total", "must be an amount of the clinic's currency: " + e.getMessage());
        }
    }
}
