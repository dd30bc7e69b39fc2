/**
 * Appointments from the booking to their end; holds and the day of the visit have packages of their own below this one.
 * Emits AppointmentBooked, AppointmentRescheduled, AppointmentCancelled.
 */
@NullMarked
package io.hairline.booking.appointment;

import org.jspecify.annotations.NullMarked;
