/**
 * How treatment is tried as a whole: head office and booking that tell it what happened, people at its doors, and their
 * calls.
 */
@NullMarked
package io.hairline.treatment;

import org.jspecify.annotations.NullMarked;
