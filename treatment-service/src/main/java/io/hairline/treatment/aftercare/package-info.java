/**
 * Questions that clients send back to aftercare messages, and the clinic's answers; all words are sealed.
 * Emits {@code AftercareReplied}, {@code AftercareAsked} and {@code AftercareAnswered}; booking opens and closes a task for the clinic by them.
 */
@NullMarked
package io.hairline.treatment.aftercare;

import org.jspecify.annotations.NullMarked;
