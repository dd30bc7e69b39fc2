/**
 * What cancelling an appointment costs by its policy, and which rules staff may relax for it.
 * Emits and hears nothing.
 */
@NamedInterface("terms")
@NullMarked
package io.hairline.booking.appointment.terms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
