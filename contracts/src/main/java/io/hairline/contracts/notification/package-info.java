/** What notification-service tells the franchise: what became of each message, never its words. */
@NullMarked
package io.hairline.contracts.notification;

import org.jspecify.annotations.NullMarked;
