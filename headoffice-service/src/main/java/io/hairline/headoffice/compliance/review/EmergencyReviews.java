package io.hairline.headoffice.compliance.review;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.EmergencyAccessId;
import io.hairline.headoffice.compliance.EmergencyAccess;
import io.hairline.headoffice.compliance.EmergencyAccesses;
import io.hairline.kit.events.EventLog;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Looks into emergency accesses, each once. */
@Service
class EmergencyReviews {

    private final EmergencyAccesses accesses;
    private final EventLog eventLog;
    private final Clock clock;

    EmergencyReviews(EmergencyAccesses accesses, EventLog eventLog, Clock clock) {
        this.accesses = accesses;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    ClinicId clinicOf(EmergencyAccessId id) {
        return accesses.require(id).clinicId();
    }

    EmergencyReview review(EmergencyAccessId id, EmergencyReview.Outcome outcome, String by) {
        return eventLog.record(EmergencyReview.class, () -> {
            EmergencyAccess access = accesses.require(id);
            Instant now = clock.instant();
            accesses.close(id, now);
            return EmergencyReview.of(access, outcome, by, now);
        });
    }
}
