/**
 * The days of a clinic as one answer, and read-only iCalendar feeds of a client's and a practitioner's appointments, behind secret links that can be revoked.
 * Emits and hears nothing: a link is nobody else's matter.
 */
@NullMarked
package io.hairline.booking.calendar;

import org.jspecify.annotations.NullMarked;
