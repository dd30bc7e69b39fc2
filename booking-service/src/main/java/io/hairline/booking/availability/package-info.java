/**
 * Finds free slots for whoever looks: in clinics, in a region, near a place.
 * Emits and hears nothing.
 */
@NullMarked
package io.hairline.booking.availability;

import org.jspecify.annotations.NullMarked;
