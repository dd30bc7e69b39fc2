/** This service's copy of the clinics: their names and zones, which messages tell. */
@NullMarked
package io.hairline.notification.network;

import org.jspecify.annotations.NullMarked;
