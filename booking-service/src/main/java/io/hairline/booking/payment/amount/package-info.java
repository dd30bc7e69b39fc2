/** Amounts of money as requests give them, turned into money of the currency that is paid in. Emits and hears nothing. */
@NullMarked
package io.hairline.booking.payment.amount;

import org.jspecify.annotations.NullMarked;
