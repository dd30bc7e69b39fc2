/** How the history of a hair loss is tried by its rules alone. */
@NullMarked
package io.hairline.treatment.consultation.history;

import org.jspecify.annotations.NullMarked;
