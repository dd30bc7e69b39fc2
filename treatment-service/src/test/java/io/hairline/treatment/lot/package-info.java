/** How lots are tried by their rules alone. */
@NullMarked
package io.hairline.treatment.lot;

import org.jspecify.annotations.NullMarked;
