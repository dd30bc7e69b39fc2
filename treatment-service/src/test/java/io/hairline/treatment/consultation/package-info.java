/** How patch tests are tried by their rules alone. */
@NullMarked
package io.hairline.treatment.consultation;

import org.jspecify.annotations.NullMarked;
