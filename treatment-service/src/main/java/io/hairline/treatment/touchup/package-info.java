/**
 * When her colour will need refreshing, from the last session until she is back in the chair or lost.
 * Emits {@code TouchUpPlanned}, {@code TouchUpDue}, {@code TouchUpContacted}, {@code TouchUpBooked},
 * {@code TouchUpReopened} and {@code TouchUpClosed}; notification tells her, booking finds her a time.
 */
@NullMarked
package io.hairline.treatment.touchup;

import org.jspecify.annotations.NullMarked;
