/**
 * Free slots near a client whose touch-up is due, so that she is told of a need and of a way to meet it at once.
 * Hears {@code TouchUpDue}; says {@code SlotsOffered}.
 */
@NullMarked
package io.hairline.booking.invitation;

import org.jspecify.annotations.NullMarked;
