/**
 * Appointments of two clients whose records are merged: one person can't be in two chairs at once.
 * Emits and hears nothing.
 */
@NullMarked
package io.hairline.booking.appointment.merge;

import org.jspecify.annotations.NullMarked;
