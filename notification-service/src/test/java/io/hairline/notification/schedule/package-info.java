/** The rules of this capability, tried without servers, and its faults with them. */
@NullMarked
package io.hairline.notification.schedule;

import org.jspecify.annotations.NullMarked;
