/**
 * Free slots near a client whose touch-up is due, so that the message about it names times that can be booked.
 * Hears {@code TouchUpDue}; says {@code SlotsOffered}.
 */
@NullMarked
package io.hairline.booking.invitation;

import org.jspecify.annotations.NullMarked;
