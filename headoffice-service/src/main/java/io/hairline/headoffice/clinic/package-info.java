/**
 * The clinics of the franchise: where they are, when they are open, which chairs stand in them.
 * Emits ClinicOpened, ClinicHoursChanged, ClinicDayClosed, ChairInstalled and ChairRemoved.
 */
@NullMarked
package io.hairline.headoffice.clinic;

import org.jspecify.annotations.NullMarked;
