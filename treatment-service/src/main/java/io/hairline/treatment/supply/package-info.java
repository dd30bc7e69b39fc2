/**
 * Whether a clinic has pigment and needles that it may use on a day, and why not.
 * Emits {@code StockHeldBack} and {@code StockUsableAgain}, by which booking knows when nobody is to be received.
 */
@NullMarked
package io.hairline.treatment.supply;

import org.jspecify.annotations.NullMarked;
