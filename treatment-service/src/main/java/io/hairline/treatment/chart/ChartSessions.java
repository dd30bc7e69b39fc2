package io.hairline.treatment.chart;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.SessionId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What other parts of a chart ask about sessions. */
public interface ChartSessions {

    /**
     * Whose session it was, of what, where and when.
     *
     * @param completedAt when it was signed; absent before
     */
    record Seat(
            SessionId id,
            ClientId clientId,
            ClinicId clinicId,
            String serviceCode,
            Instant startedAt,
            @Nullable Instant completedAt) {}

    /** A session by its id. */
    Optional<Seat> seat(SessionId id);

    /** Those of these sessions that are there, in one read. */
    Map<SessionId, Seat> seats(Collection<SessionId> ids);

    /** A client's last session that is signed, in any clinic. */
    Optional<Seat> lastSigned(ClientId client);
}
