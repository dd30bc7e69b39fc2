/**
 * Links in letters, by which a client acts without an account: sees, moves and cancels one appointment, or confirms the e-mail address.
 * Hears from notification which link went to which contact; emits AppointmentRescheduled and AppointmentCancelled through
 * {@link io.hairline.booking.appointment.AppointmentScheduling}, ClientEmailConfirmed through
 * {@link io.hairline.booking.client.email.EmailConfirmation}.
 */
@NullMarked
package io.hairline.booking.link;

import org.jspecify.annotations.NullMarked;
