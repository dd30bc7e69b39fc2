/**
 * What a payment is for, and how much of its price is still to be paid.
 */
@NullMarked
package io.hairline.booking.payment.owed;

import org.jspecify.annotations.NullMarked;
