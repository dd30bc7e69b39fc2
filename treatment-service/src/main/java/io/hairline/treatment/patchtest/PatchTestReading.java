package io.hairline.treatment.patchtest;

import io.hairline.contracts.LotId;
import io.hairline.contracts.PatchTestId;
import java.time.Instant;

/** A test that was read, and how long it holds. */
public record PatchTestReading(PatchTestId id, LotId lotId, PatchTestResult result, Instant validUntil) {

    public boolean isPassedAt(Instant instant) {
        return result == PatchTestResult.PASS && instant.isBefore(validUntil);
    }
}
