/** Who is offered a slot that came free. */
@NullMarked
package io.hairline.booking.waitlist.offering;

import org.jspecify.annotations.NullMarked;
