/**
 * When a client's colour will need refreshing, from the last session until the client is treated again or lost; a temporary
 * colour is looked at once instead.
 * Emits {@code FadeCheckPlanned}, {@code FadeCheckDue}, {@code TouchUpPlanned}, {@code TouchUpDue}, {@code TouchUpContacted}, {@code TouchUpBooked},
 * {@code TouchUpReopened} and {@code TouchUpClosed}; notification tells the client, booking offers times.
 */
@NullMarked
package io.hairline.treatment.touchup;

import org.jspecify.annotations.NullMarked;
