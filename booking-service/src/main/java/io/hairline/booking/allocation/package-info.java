/**
 * Finds the place in the diary that a request for a slot means, and the nearest free ones if it can't be had.
 * Emits and hears nothing.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"availability", "diary", "referencedata"})
@NullMarked
package io.hairline.booking.allocation;

import org.jspecify.annotations.NullMarked;
