/** How plans are tried by their rules alone. */
@NullMarked
package io.hairline.treatment.plan;

import org.jspecify.annotations.NullMarked;
