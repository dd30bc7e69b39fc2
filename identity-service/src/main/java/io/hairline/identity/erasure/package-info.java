/**
 * Clients who were erased: their log-in goes with their contact.
 * Emits ClientDataErased; hears {@code booking.contacts}.
 */
@NullMarked
package io.hairline.identity.erasure;

import org.jspecify.annotations.NullMarked;
