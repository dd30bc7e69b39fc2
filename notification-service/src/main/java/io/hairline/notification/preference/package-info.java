/** What a client wants to hear on which channel, in which language, and when to be left in peace. */
@NullMarked
package io.hairline.notification.preference;

import org.jspecify.annotations.NullMarked;
