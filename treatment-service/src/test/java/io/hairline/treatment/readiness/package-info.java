/** How steps to the chair are tried by their rules alone. */
@NullMarked
package io.hairline.treatment.readiness;

import org.jspecify.annotations.NullMarked;
