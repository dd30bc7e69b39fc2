/**
 * What cancelling an appointment costs by its policy, and which rules staff may relax for it.
 */
@NullMarked
package io.hairline.booking.appointment.terms;

import org.jspecify.annotations.NullMarked;
