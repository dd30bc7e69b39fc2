/** The scalp in the words that charts and plans share. */
@NullMarked
package io.hairline.treatment.scalp;

import org.jspecify.annotations.NullMarked;
