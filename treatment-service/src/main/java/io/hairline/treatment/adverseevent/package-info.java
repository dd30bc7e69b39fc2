/**
 * Harms that may come from a treatment: reported, followed up and closed; what was seen stays sealed in the chart.
 * Emits {@code AdverseEventReported}, {@code AdverseEventFollowedUp} and {@code AdverseEventClosed}.
 */
@NullMarked
package io.hairline.treatment.adverseevent;

import org.jspecify.annotations.NullMarked;
