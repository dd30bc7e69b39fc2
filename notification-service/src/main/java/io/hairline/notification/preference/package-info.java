/** What a client wants to hear on which channel, in which language, and when she wants quiet. */
@NullMarked
package io.hairline.notification.preference;

import org.jspecify.annotations.NullMarked;
