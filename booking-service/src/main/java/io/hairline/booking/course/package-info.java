/**
 * The sessions of an accepted plan, booked all at once with time to heal between them.
 * Hears {@code PlanAccepted}; says {@code CourseBooked}, beside an {@code AppointmentBooked} for each session.
 */
@NullMarked
package io.hairline.booking.course;

import org.jspecify.annotations.NullMarked;
