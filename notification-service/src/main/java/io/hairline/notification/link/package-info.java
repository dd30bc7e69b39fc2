/**
 * Links in letters by which a client acts without an account. The secret is derived from the message and this service's key and is in
 * the letter alone; booking hears its digest with MessageSent.
 */
@NullMarked
package io.hairline.notification.link;

import org.jspecify.annotations.NullMarked;
