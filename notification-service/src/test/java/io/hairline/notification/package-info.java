/**
 * How notification is tried as a whole: what the other services tell it, a real mail server, and calls.
 */
@NullMarked
package io.hairline.notification;

import org.jspecify.annotations.NullMarked;
