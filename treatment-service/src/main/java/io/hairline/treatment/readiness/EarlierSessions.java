package io.hairline.treatment.readiness;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.PlanId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What readiness asks about sessions, so that sessions can ask about readiness. */
public interface EarlierSessions {

    /** A session that was started, completed or not. */
    record Earlier(
            AppointmentId appointmentId,
            @Nullable PlanId planId,
            String serviceCode,
            boolean completed,
            Instant startedAt) {}

    /** Of all clinics, latest first. */
    List<Earlier> earlierOf(ClientId client);
}
