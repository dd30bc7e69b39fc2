package io.hairline.contracts.treatment;

import io.hairline.contracts.LotId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What went into a cup from one lot.
 *
 * @param dilution parts of water to one of pigment
 * @param cup the number of the cup, from 1 in each session; lots with one number were mixed; absent where cups weren't numbered
 */
public record Pigment(
        LotId lotId,
        BigDecimal millilitres,
        BigDecimal dilution,
        @Nullable Integer cup) {}
