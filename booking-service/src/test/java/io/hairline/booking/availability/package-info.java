/** Free slots as visitors see them. */
@NullMarked
package io.hairline.booking.availability;

import org.jspecify.annotations.NullMarked;
