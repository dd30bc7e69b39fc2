/**
 * What becomes of a slot that comes free: it is held once, and offered to the waiting clients whom it fits best. Emits {@code
 * WaitlistOffered} and {@code WaitlistOfferEnded} with the hold's own events; is asked by due work.
 */
@NullMarked
package io.hairline.booking.waitlist.offering;

import org.jspecify.annotations.NullMarked;
