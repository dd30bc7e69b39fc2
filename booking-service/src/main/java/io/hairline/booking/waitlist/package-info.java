/**
 * Clients who wait for a free slot, and the offers of slots that come free. A slot is held once for at most three offers;
 * the first acceptance takes the hold over. Emits WaitlistJoined, WaitlistOffered, WaitlistOfferAccepted,
 * WaitlistOfferEnded and WaitlistLeft; hears nothing from other services.
 */
@NullMarked
package io.hairline.booking.waitlist;

import org.jspecify.annotations.NullMarked;
