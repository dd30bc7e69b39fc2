package io.hairline.treatment.recall.exposure;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.SessionId;
import java.time.Instant;

/** A completed session in which some of a batch was used, alone or mixed in a cup. */
public record Exposure(SessionId sessionId, ClientId clientId, ClinicId clinicId, Instant startedAt) {}
