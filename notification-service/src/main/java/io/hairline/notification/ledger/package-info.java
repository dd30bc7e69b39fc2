/** One entry per message, from its plan to what became of it: why the client did or didn't get it. */
@NullMarked
package io.hairline.notification.ledger;

import org.jspecify.annotations.NullMarked;
