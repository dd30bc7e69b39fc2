package io.hairline.treatment.lot;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.headoffice.StockRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A lot as its clinic sees it today; for needles, the millilitres count pieces.
 *
 * @param warnings what makes somebody order more soon; nothing for a lot that can't be used
 * @param usableUntil the last day on which it may be used: {@code expiresOn}, or sooner once it is opened
 */
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
        List<Lot.Correction> corrections,
        List<Warning> warnings,
        @Nullable Integer useWithinDays,
        @Nullable LocalDate openedOn,
        LocalDate usableUntil,
        Map<String, String> labelFields) {

    /** Why more is wanted soon. */
    enum Warning {
        /** Its last day is near. */
        EXPIRES_SOON,
        /** Little of it is left. */
        LOW
    }

    /**
     * @param rule from when on its clinic is warned
     */
    static LotView of(Lot lot, LotStatus now, LocalDate today, StockRule rule) {
        Lot it = lot.on(today);
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
                Objects.requireNonNullElse(it.corrections(), List.of()),
                now.isUsable() ? warnings(it, today, rule) : List.of(),
                it.useWithinDays(),
                it.openedOn(),
                it.usableUntil(),
                Objects.requireNonNullElse(it.labelFields(), Map.of()));
    }

    private static List<Warning> warnings(Lot it, LocalDate today, StockRule rule) {
        List<Warning> warnings = new ArrayList<>();
        if (!it.usableUntil().isAfter(today.plusDays(rule.expiryWarningDays()))) {
            warnings.add(Warning.EXPIRES_SOON);
        }
        if (it.remainingMillilitres().compareTo(it.millilitres().multiply(share(rule))) < 0) {
            warnings.add(Warning.LOW);
        }
        return List.copyOf(warnings);
    }

    private static BigDecimal share(StockRule rule) {
        return BigDecimal.valueOf(rule.lowBelowPercent(), 2);
    }
}
