/** How chart entries are tried by their rules alone. */
@NullMarked
package io.hairline.treatment.chartentry;

import org.jspecify.annotations.NullMarked;
