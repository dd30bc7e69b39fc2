/** The form of what a consultation found, as it is recorded at the appointment and corrected in the chart. */
@NullMarked
package io.hairline.portal.consultation;

import org.jspecify.annotations.NullMarked;
