/**
 * The day of an appointment: check-in, no-show, and what happens in the chair.
 * Emits ClientCheckedIn, CheckInUndone, AppointmentNoShow, NoShowFeeWaived, AppointmentStarted, AppointmentStartUndone, AppointmentCompleted,
 * AppointmentReinstated and AppointmentInConflict; hears treatment.
 */
@NullMarked
package io.hairline.booking.appointment.visit;

import org.jspecify.annotations.NullMarked;
