/**
 * Holds and appointments, from the first click to the end of the visit.
 * Emits SlotHeld, SlotReleased, AppointmentBooked, AppointmentRescheduled, AppointmentCancelled, ClientCheckedIn, AppointmentNoShow.
 */
@NullMarked
package io.hairline.booking.appointment;

import org.jspecify.annotations.NullMarked;
