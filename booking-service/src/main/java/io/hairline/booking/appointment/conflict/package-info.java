/**
 * Appointments that no longer fit the plans of their clinic or practitioner, and the desk's tasks about them.
 * Hears head office's changes of plans; emits AppointmentConflictFound, AppointmentConflictResolved, TaskOpened, TaskDone.
 */
@NullMarked
package io.hairline.booking.appointment.conflict;

import org.jspecify.annotations.NullMarked;
