/**
 * The clinics of the franchise: where they are, when they are open, which chairs and devices stand in them.
 * Emits ClinicOpened, ClinicMovePlanned, ClinicReassigned, ClinicHoursChanged, ClinicDayClosed, ClinicClosed, ChairInstalled,
 * ChairRemoved, DeviceInstalled and DeviceRemoved among others.
 */
@NullMarked
package io.hairline.headoffice.clinic;

import org.jspecify.annotations.NullMarked;
