/** The rules of payments and refunds. */
@NullMarked
package io.hairline.booking.payment;

import org.jspecify.annotations.NullMarked;
