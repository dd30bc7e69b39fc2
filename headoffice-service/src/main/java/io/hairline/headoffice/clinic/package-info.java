/**
 * The clinics of the franchise: where they are, when they are open, which chairs stand in them.
 * Emits ClinicOpened, ClinicMovePlanned, ClinicReassigned, ClinicHoursChanged, ClinicDayClosed, ClinicClosed, ChairInstalled
 * and ChairRemoved among others.
 */
@NullMarked
package io.hairline.headoffice.clinic;

import org.jspecify.annotations.NullMarked;
