/**
 * A client's sessions with their exact prices, from the proposal over the signature to the last one done.
 * Emits {@code PlanProposed}, {@code PlanAccepted} and {@code CourseCompleted}; booking makes courses of accepted plans.
 */
@NullMarked
package io.hairline.treatment.plan;

import org.jspecify.annotations.NullMarked;
