/** Reasons of moves, as codes and in words. */
@NullMarked
package io.hairline.booking.note;

import org.jspecify.annotations.NullMarked;
