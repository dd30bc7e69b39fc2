/**
 * Which training a practitioner has done, where it counts and until when; treatment starts no session without the training
 * that a jurisdiction asks for. Emits TrainingRecorded, TrainingCorrected and TrainingWithdrawn.
 */
@NullMarked
package io.hairline.headoffice.training;

import org.jspecify.annotations.NullMarked;
