/**
 * How the skin has healed after a session, which releases or delays the next one.
 * Emits {@code HealingAssessed} and {@code HealingReleaseEnded}.
 */
@NullMarked
package io.hairline.treatment.healing;

import org.jspecify.annotations.NullMarked;
