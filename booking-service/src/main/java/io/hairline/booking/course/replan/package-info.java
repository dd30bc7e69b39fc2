/**
 * Keeps the time to heal between the sessions of a course when one of them moves: the later ones that come too close are
 * named, times are held for them, and all of them move in one step or none.
 * Hears HealingAssessed and HealingReleaseEnded. Emits AppointmentConflictFound and AppointmentConflictResolved for them, SlotHeld,
 * SlotReleased and AppointmentRescheduled.
 */
@NullMarked
package io.hairline.booking.course.replan;

import org.jspecify.annotations.NullMarked;
