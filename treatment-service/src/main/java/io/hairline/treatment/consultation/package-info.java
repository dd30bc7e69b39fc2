/**
 * The first look at a scalp: what it is, what the client hopes for, and what a plan and a forecast rest on.
 * Emits {@code ConsultationRecorded}, by which booking ends the appointment, and {@code ConsultationCorrected}.
 */
@NullMarked
package io.hairline.treatment.consultation;

import org.jspecify.annotations.NullMarked;
