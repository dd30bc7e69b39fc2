/**
 * Turns the events of booking, treatment and notification into the dashboard's facts.
 * The facts of one poll are stored together, in the poll's own transaction.
 */
@NullMarked
package io.hairline.headoffice.dashboard.consumer;

import org.jspecify.annotations.NullMarked;
