/** Waiting for a slot: joining, offers, the first acceptance. */
@NullMarked
package io.hairline.booking.waitlist;

import org.jspecify.annotations.NullMarked;
