/**
 * Tables in CSV as clinics that join send them: read the same way for each kind, and once all lines are right stored in
 * parts, with the progress to be seen.
 * Emits and hears nothing itself.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package io.hairline.booking.table;

import org.jspecify.annotations.NullMarked;
