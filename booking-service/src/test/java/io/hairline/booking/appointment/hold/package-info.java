/** Appointments' rules, their edges over HTTP, and the races for them. */
@NullMarked
package io.hairline.booking.appointment.hold;

import org.jspecify.annotations.NullMarked;
