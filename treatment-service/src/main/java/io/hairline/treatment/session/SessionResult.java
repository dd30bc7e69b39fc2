package io.hairline.treatment.session;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.headoffice.AftercareDays;
import io.hairline.contracts.treatment.Needle;
import io.hairline.contracts.treatment.Pigment;
import io.hairline.contracts.treatment.Zone;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a completed session put under the skin, for those who go on with it.
 *
 * @param aftercare how long its rules hold; absent in sessions from before it was kept
 * @param planId the accepted plan that it is a part of; absent for touch-ups
 */
public record SessionResult(
        SessionId id,
        ClinicId clinicId,
        PractitionerId practitionerId,
        String serviceCode,
        @Nullable PlanId planId,
        Instant completedAt,
        List<Zone> zones,
        Needle needle,
        List<Pigment> pigments,
        BigDecimal depthMillimetres,
        @Nullable AftercareDays aftercare) {

    public SessionResult {
        zones = List.copyOf(zones);
        pigments = List.copyOf(pigments);
    }
}
