/**
 * Once a year, while a touch-up is planned, its client is asked how the colour looks; the answer moves the touch-up's day.
 * Hears treatment's own {@code TouchUpPlanned}; emits {@code SelfCheckAsked} and {@code SelfCheckAnswered}.
 */
@NullMarked
package io.hairline.treatment.touchup.selfcheck;

import org.jspecify.annotations.NullMarked;
