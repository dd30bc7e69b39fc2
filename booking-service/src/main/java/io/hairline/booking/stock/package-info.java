/**
 * In which clinics nobody can be treated, because what they have of pigment or needles is recalled or in quarantine.
 * Hears {@code StockHeldBack} and {@code StockUsableAgain}.
 */
@NullMarked
package io.hairline.booking.stock;

import org.jspecify.annotations.NullMarked;
