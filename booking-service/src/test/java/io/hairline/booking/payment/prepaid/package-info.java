/** A course as a whole: booked, paid, treated, cancelled. */
@NullMarked
package io.hairline.booking.payment.prepaid;

import org.jspecify.annotations.NullMarked;
