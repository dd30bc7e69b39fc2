/**
 * The names of clients, for one purpose: a signed name is compared with the client's. Sealed with treatment's own key.
 * Hears {@code booking.contacts}; shows a name to nobody.
 */
@NullMarked
package io.hairline.treatment.contact;

import org.jspecify.annotations.NullMarked;
