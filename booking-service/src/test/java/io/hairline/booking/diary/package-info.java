/** The engine against oracles that know nothing of it. */
@NullMarked
package io.hairline.booking.diary;

import org.jspecify.annotations.NullMarked;
