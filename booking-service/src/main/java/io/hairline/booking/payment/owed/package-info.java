/**
 * What a payment is for, how much of its price is still to be paid, and that a paid appointment stays in its currency.
 */
@NullMarked
package io.hairline.booking.payment.owed;

import org.jspecify.annotations.NullMarked;
