/**
 * Appointments that no longer fit the plans of their clinic or practitioner, messages that can't reach a client, and the
 * desk's tasks about these and about what comes in a treatment's way. Hears head office's changes of plans, treatment's
 * {@code ReadinessBlocked}, {@code AftercareReplied}, {@code SelfCheckAnswered}, {@code SessionCompleted},
 * {@code HealingAssessed} and {@code HealingReleaseEnded}, and {@code MessageFailed}; emits
 * AppointmentConflictFound, AppointmentConflictResolved, TaskOpened, TaskDone, ContactTaskOpened, ContactTaskDone,
 * QuestionTaskOpened, QuestionTaskDone, ConsultationTaskOpened, ConsultationTaskDone, HealingTaskOpened,
 * HealingTaskDone.
 */
@NamedInterface("conflict")
@NullMarked
package io.hairline.booking.appointment.conflict;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
