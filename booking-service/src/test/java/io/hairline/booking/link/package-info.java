@NullMarked
package io.hairline.booking.link;

import org.jspecify.annotations.NullMarked;
