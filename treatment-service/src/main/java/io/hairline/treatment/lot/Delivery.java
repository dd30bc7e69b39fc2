package io.hairline.treatment.lot;

import io.hairline.contracts.ClinicId;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A maker's batch as it came to a clinic.
 *
 * @param colourIndex such as {@code CI 77266}; for needles, their configuration
 * @param expiresOn the last local day on which it may be used
 * @param millilitres for needles, how many pieces
 */
public record Delivery(
        ClinicId clinicId,
        LotKind kind,
        String maker,
        String product,
        String colourIndex,
        String lotNumber,
        LocalDate expiresOn,
        BigDecimal millilitres) {

    Batch batch() {
        return Batch.of(maker, product, lotNumber);
    }
}
