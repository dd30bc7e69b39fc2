/**
 * The clinics of the franchise: where they are, to whom they belong, and when they are open; their chairs and devices have a
 * package of their own below this one.
 * Emits ClinicOpened, ClinicMovePlanned, ClinicReassigned, ClinicHoursChanged, ClinicDayClosed and ClinicClosed among others.
 */
@NullMarked
package io.hairline.headoffice.clinic;

import org.jspecify.annotations.NullMarked;
