/**
 * A clinic's diary: its day with practitioners side by side and each appointment with its state, its week, its stock and
 * its worklist of touch-ups; and the frame around all pages of a clinic.
 */
@NullMarked
package io.hairline.portal.clinic;

import org.jspecify.annotations.NullMarked;
