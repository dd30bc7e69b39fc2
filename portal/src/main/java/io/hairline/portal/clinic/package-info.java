/**
 * A clinic's day: its practitioners side by side, each appointment with its state and whether the chair is ready, and
 * beside it what can be done with it. Lots and the touch-up worklist are its other tabs.
 */
@NullMarked
package io.hairline.portal.clinic;

import org.jspecify.annotations.NullMarked;
