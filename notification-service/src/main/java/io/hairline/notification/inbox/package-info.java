/** The messages a client reads in the portal, sealed at rest. */
@NullMarked
package io.hairline.notification.inbox;

import org.jspecify.annotations.NullMarked;
