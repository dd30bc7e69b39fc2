package io.hairline.headoffice.compliance.review;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.EmergencyAccessId;
import io.hairline.contracts.headoffice.HeadOfficeEvent.EmergencyAccessReviewed;
import io.hairline.headoffice.compliance.EmergencyAccess;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What came of looking into an emergency access.
 *
 * @param reviewedBy the person who looked into it, never the one who opened the chart
 */
@Document("emergency_reviews")
@TypeAlias("emergencyReview")
public record EmergencyReview(
        @Id EmergencyAccessId id,
        long version,
        ClinicId clinicId,
        Outcome outcome,
        String reviewedBy,
        Instant reviewedAt)
        implements Aggregate {

    /** What the reviewer found. */
    public enum Outcome {
        JUSTIFIED,
        NOT_JUSTIFIED
    }

    public static Change<EmergencyReview> of(EmergencyAccess access, Outcome outcome, String by, Instant now) {
        if (access.reviewedAt() != null) {
            throw Refusal.state("illegal-move", "It has been reviewed already.");
        }
        if (access.openedBy().equals(by)) {
            throw Refusal.rule("own-access", "You opened this chart yourself. Somebody else reviews it.");
        }
        return Change.to(
                new EmergencyReview(access.id(), 1, access.clinicId(), outcome, by, now),
                new EmergencyAccessReviewed(access.id(), access.clinicId(), outcome.name()));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
