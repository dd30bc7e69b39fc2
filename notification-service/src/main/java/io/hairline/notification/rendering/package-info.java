/** What a message says: texts in the client's language, times on the clinic's own clock. */
@NullMarked
package io.hairline.notification.rendering;

import org.jspecify.annotations.NullMarked;
