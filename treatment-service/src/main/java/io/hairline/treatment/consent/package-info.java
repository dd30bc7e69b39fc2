/**
 * What a client agreed to in writing, on which words in which language, and what was withdrawn.
 * Emits {@code ConsentSigned} and {@code ConsentWithdrawn}.
 */
@NullMarked
package io.hairline.treatment.consent;

import org.jspecify.annotations.NullMarked;
