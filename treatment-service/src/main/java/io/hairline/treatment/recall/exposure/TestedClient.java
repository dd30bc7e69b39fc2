package io.hairline.treatment.recall.exposure;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PatchTestId;
import java.time.Instant;

/** A patch test for which some of a batch was put on the client's skin. */
public record TestedClient(PatchTestId patchTestId, ClientId clientId, ClinicId clinicId, Instant placedAt) {}
