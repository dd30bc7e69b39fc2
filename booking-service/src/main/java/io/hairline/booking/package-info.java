/** Owns clients, the diary and its appointments. */
@NullMarked
package io.hairline.booking;

import org.jspecify.annotations.NullMarked;
