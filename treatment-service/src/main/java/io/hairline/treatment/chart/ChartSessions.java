package io.hairline.treatment.chart;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.SessionId;
import java.util.Optional;

/** What other parts of a chart ask about sessions. */
public interface ChartSessions {

    /** Whose session it was, and where; {@code completed} once it is signed. */
    record Seat(SessionId id, ClientId clientId, ClinicId clinicId, boolean completed) {}

    /** A session by its id. */
    Optional<Seat> seat(SessionId id);
}
