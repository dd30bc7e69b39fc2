/**
 * Tables in CSV as clinics that join send them, read the same way for each kind.
 * Emits and hears nothing.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package io.hairline.booking.table;

import org.jspecify.annotations.NullMarked;
