/** This service's copy of the clinics: their names and zones, which messages tell. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package io.hairline.notification.clinic;

import org.jspecify.annotations.NullMarked;
