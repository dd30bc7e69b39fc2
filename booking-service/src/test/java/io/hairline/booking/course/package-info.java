/** A course as a whole: booked, paid, treated, cancelled. */
@NullMarked
package io.hairline.booking.course;

import org.jspecify.annotations.NullMarked;
