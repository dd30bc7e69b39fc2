package io.hairline.treatment.recall.exposure;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;

/**
 * A client on whom a batch was used, in a session or a patch test.
 *
 * @param clinicId one clinic where that was
 */
public record ExposedClient(ClientId clientId, ClinicId clinicId) {}
