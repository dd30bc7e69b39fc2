/** How touch-ups are tried by their rules alone. */
@NullMarked
package io.hairline.treatment.touchup.forecast;

import org.jspecify.annotations.NullMarked;
