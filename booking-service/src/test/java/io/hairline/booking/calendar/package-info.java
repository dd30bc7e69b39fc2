/** A course as a whole: booked, paid, treated, cancelled. */
@NullMarked
package io.hairline.booking.calendar;

import org.jspecify.annotations.NullMarked;
