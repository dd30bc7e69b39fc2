/**
 * Whether a client's e-mail address is known to be theirs: confirmed by a password that was set with a code mailed to it, by a link
 * in a letter, or by a change made through an appointment's link.
 * Emits EmailConfirmationRequested and ClientEmailConfirmed; hears EmailConfirmed from identity.
 */
@NamedInterface("email")
@NullMarked
package io.hairline.booking.client.email;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
