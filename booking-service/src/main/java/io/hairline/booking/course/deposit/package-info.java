/**
 * Times that are kept for a course's deposit: booked when it is there, given back when its time is over.
 * Says {@code CourseBooked} and {@code CourseReleased}, beside an {@code AppointmentBooked} or {@code SlotReleased} for each session.
 */
@NamedInterface("deposit")
@NullMarked
package io.hairline.booking.course.deposit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
