/**
 * What the dashboard hears of booking, treatment and notification, in the words of its stories.
 * What comes in one poll is told in one go, in the poll's own transaction.
 */
@NullMarked
package io.hairline.headoffice.dashboard.consumer;

import org.jspecify.annotations.NullMarked;
