/**
 * Links in letters, by which a client sees, moves and cancels one appointment without an account. Hears from notification which link
 * went to which contact; emits AppointmentRescheduled and AppointmentCancelled through
 * {@link io.hairline.booking.appointment.AppointmentScheduling}.
 */
@NullMarked
package io.hairline.booking.link;

import org.jspecify.annotations.NullMarked;
