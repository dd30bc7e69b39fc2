/** How recalls are tried by their rules alone. */
@NullMarked
package io.hairline.treatment.recall;

import org.jspecify.annotations.NullMarked;
