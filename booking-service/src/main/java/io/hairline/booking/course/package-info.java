/**
 * The sessions of an accepted plan, booked all at once with time to heal between them.
 * Hears {@code PlanAccepted}; says {@code CourseBooked}, beside an {@code AppointmentBooked} for each session;
 * before the deposit is there {@code CourseHeld} and {@code SlotHeld}, and {@code CourseReleased} if it never is.
 */
@NullMarked
package io.hairline.booking.course;

import org.jspecify.annotations.NullMarked;
