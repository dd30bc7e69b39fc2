/**
 * One appointment and all that is done with it at the desk and in the chair: check-in, payment, cancellation, consultation,
 * plan, session; and the chart as far as the reader may see it.
 */
@NullMarked
package io.hairline.portal.appointment;

import org.jspecify.annotations.NullMarked;
