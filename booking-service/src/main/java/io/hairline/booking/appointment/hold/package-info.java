/**
 * Slots that are kept for some minutes before they are booked.
 * Emits SlotHeld and SlotReleased, through {@link io.hairline.booking.appointment.AppointmentScheduling}.
 */
@NullMarked
package io.hairline.booking.appointment.hold;

import org.jspecify.annotations.NullMarked;
