/** How touch-ups are tried by their rules alone. */
@NullMarked
package io.hairline.treatment.touchup;

import org.jspecify.annotations.NullMarked;
