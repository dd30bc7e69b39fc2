/** Lets a message go when its time has come and nothing that was said before can be in its way any more. */
@NullMarked
package io.hairline.notification.delivery;

import org.jspecify.annotations.NullMarked;
