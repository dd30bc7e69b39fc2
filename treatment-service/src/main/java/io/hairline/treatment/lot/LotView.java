package io.hairline.treatment.lot;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LotId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** A lot as its clinic sees it today; for needles, the millilitres count pieces. */
record LotView(
        LotId id,
        long version,
        LotStatus status,
        ClinicId clinicId,
        LotKind kind,
        String maker,
        String product,
        String colourIndex,
        String lotNumber,
        LocalDate expiresOn,
        BigDecimal millilitres,
        BigDecimal remainingMillilitres,
        List<Lot.Correction> corrections) {

    static LotView of(Lot it, LotStatus now) {
        return new LotView(
                it.id(),
                it.version(),
                now,
                it.clinicId(),
                it.kind(),
                it.maker(),
                it.product(),
                it.colourIndex(),
                it.lotNumber(),
                it.expiresOn(),
                it.millilitres(),
                it.remainingMillilitres(),
                Objects.requireNonNullElse(it.corrections(), List.of()));
    }
}
