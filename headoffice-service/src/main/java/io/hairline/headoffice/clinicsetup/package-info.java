/**
 * A clinic's code, zone and currency, entered wrongly, are corrected while nothing was booked or taken there.
 * Emits ClinicSetupCorrected.
 */
@NullMarked
package io.hairline.headoffice.clinicsetup;

import org.jspecify.annotations.NullMarked;
