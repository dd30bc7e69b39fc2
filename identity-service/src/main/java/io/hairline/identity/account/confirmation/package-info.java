/**
 * Which clients have shown that mail to their e-mail address reaches them.
 * Emits EmailConfirmed, from which booking knows that the address is the client's.
 */
@NullMarked
package io.hairline.identity.account.confirmation;

import org.jspecify.annotations.NullMarked;
