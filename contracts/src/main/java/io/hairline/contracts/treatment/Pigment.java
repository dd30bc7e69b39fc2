package io.hairline.contracts.treatment;

import io.hairline.contracts.LotId;
import java.math.BigDecimal;

/**
 * What went into a cup from one lot.
 *
 * @param dilution parts of water to one of pigment
 */
public record Pigment(LotId lotId, BigDecimal millilitres, BigDecimal dilution) {}
