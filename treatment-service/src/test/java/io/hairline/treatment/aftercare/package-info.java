/** How aftercare is tried by its rules alone. */
@NullMarked
package io.hairline.treatment.aftercare;

import org.jspecify.annotations.NullMarked;
