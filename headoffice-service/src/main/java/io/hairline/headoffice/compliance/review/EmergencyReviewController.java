package io.hairline.headoffice.compliance.review;

import static io.hairline.contracts.headoffice.Role.HEAD_OFFICE;
import static io.hairline.contracts.headoffice.Role.REGION_MANAGER;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.EmergencyAccessId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/compliance/emergency-accesses")
class EmergencyReviewController {

    private final EmergencyReviews reviews;
    private final Callers callers;

    EmergencyReviewController(EmergencyReviews reviews, Callers callers) {
        this.reviews = reviews;
        this.callers = callers;
    }

    record Finding(@NotNull EmergencyReview.Outcome outcome) {}

    record View(
            EmergencyAccessId id,
            long version,
            ClinicId clinicId,
            EmergencyReview.Outcome outcome,
            String reviewedBy,
            Instant reviewedAt) {
        static View of(EmergencyReview it) {
            return new View(it.id(), it.version(), it.clinicId(), it.outcome(), it.reviewedBy(), it.reviewedAt());
        }
    }

    /** The clinic's region or head office has looked into it; it leaves the compliance list. */
    @PostMapping("/{id}/review")
    @AllowedFor(staff = {Role.REGION_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<View> review(@PathVariable EmergencyAccessId id, @Valid @RequestBody Finding finding) {
        Caller caller = callers.current();
        caller.require(HEAD_OFFICE, REGION_MANAGER);
        caller.requireIn(reviews.clinicOf(id), HEAD_OFFICE, REGION_MANAGER);
        return Versioned.ok(reviews.review(id, finding.outcome(), caller.subject()), View::of);
    }
}
