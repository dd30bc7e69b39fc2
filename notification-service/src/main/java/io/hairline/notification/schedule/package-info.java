/** Which messages an appointment, a session, a patch test or a touch-up calls for, and when. Plans follow events. */
@NullMarked
package io.hairline.notification.schedule;

import org.jspecify.annotations.NullMarked;
