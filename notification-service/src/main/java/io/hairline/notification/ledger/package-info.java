/** One entry per message, from its plan to what became of it: why the client did or didn't get it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package io.hairline.notification.ledger;

import org.jspecify.annotations.NullMarked;
