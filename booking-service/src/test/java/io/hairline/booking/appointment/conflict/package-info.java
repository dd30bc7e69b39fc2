/** Appointments' rules, their edges over HTTP, and the races for them. */
@NullMarked
package io.hairline.booking.appointment.conflict;

import org.jspecify.annotations.NullMarked;
