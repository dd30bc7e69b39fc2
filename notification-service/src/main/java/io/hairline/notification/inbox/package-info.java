/** The messages a client reads in the portal, sealed at rest. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package io.hairline.notification.inbox;

import org.jspecify.annotations.NullMarked;
