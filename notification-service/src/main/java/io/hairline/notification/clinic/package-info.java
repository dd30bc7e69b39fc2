/** This service's copy of the clinics: their names and zones, which messages tell. */
@NullMarked
package io.hairline.notification.clinic;

import org.jspecify.annotations.NullMarked;
