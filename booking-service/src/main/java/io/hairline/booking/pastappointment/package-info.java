/**
 * Appointments of the time before a clinic joined the brand, from its own books: to be read, and nothing more. They take no
 * time in the diary and move no money; nobody is told of them.
 * Emits PastAppointmentRecorded; hears nothing.
 */
@NullMarked
package io.hairline.booking.pastappointment;

import org.jspecify.annotations.NullMarked;
