/** The client's messages, as they were sent. */
@NullMarked
package io.hairline.portal.inbox;

import org.jspecify.annotations.NullMarked;
