package io.hairline.treatment.lot;

import io.hairline.contracts.ClinicId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A maker's batch as it came to a clinic.
 *
 * @param colourIndex such as {@code CI 77266}; for needles, their configuration
 * @param expiresOn the last local day on which it may be used
 * @param millilitres for needles, how many pieces
 * @param useWithinDays for how many days it may be used once it is opened; absent if the label names none
 * @param openedOn the day on which it was opened, in another clinic; absent if it is closed
 * @param labelFields what else its label says, by code
 */
public record Delivery(
        ClinicId clinicId,
        LotKind kind,
        String maker,
        String product,
        String colourIndex,
        String lotNumber,
        LocalDate expiresOn,
        BigDecimal millilitres,
        @Nullable Integer useWithinDays,
        @Nullable LocalDate openedOn,
        Map<String, String> labelFields) {

    public Delivery {
        labelFields = Map.copyOf(labelFields);
    }

    /** Closed, and with a label that says nothing more. */
    public Delivery(
            ClinicId clinicId,
            LotKind kind,
            String maker,
            String product,
            String colourIndex,
            String lotNumber,
            LocalDate expiresOn,
            BigDecimal millilitres) {
        this(clinicId, kind, maker, product, colourIndex, lotNumber, expiresOn, millilitres, null, null, Map.of());
    }

    Batch batch() {
        return Batch.of(maker, product, lotNumber);
    }
}
