/**
 * Links by which a calendar program shows a client's or a practitioner's appointments.
 */
@NullMarked
package io.hairline.portal.calendar;

import org.jspecify.annotations.NullMarked;
