/** How sharing passes are tried by their rules alone. */
@NullMarked
package io.hairline.treatment.chartaccess;

import org.jspecify.annotations.NullMarked;
