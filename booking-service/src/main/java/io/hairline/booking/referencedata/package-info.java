/**
 * Booking's own small copy of what head office decides: clinics, chairs, devices, practitioners, catalogue, policy.
 * Hears headoffice.events; emits nothing.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package io.hairline.booking.referencedata;

import org.jspecify.annotations.NullMarked;
