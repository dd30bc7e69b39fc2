/** How to reach a client, sealed at rest, and which clinics know the client: the one place where a name is kept. */
@NullMarked
package io.hairline.notification.contact;

import org.jspecify.annotations.NullMarked;
