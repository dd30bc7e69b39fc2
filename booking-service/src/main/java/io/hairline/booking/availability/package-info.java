/**
 * Finds free slots: in clinics, in a region, near a place.
 * Emits and hears nothing.
 */
@NullMarked
package io.hairline.booking.availability;

import org.jspecify.annotations.NullMarked;
