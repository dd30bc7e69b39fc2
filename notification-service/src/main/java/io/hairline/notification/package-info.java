/**
 * What clients are told, when and how: a schedule that follows every event of an appointment, channels, preferences,
 * and a ledger of each message. What becomes of them travels on {@code notification.events}.
 */
@NullMarked
package io.hairline.notification;

import org.jspecify.annotations.NullMarked;
