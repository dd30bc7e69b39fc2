/**
 * What is written into a chart outside an appointment: allergies, notes of doctors, and words that belong nowhere else. An
 * entry is never changed and never deleted; a wrong one is withdrawn with a reason.
 * Emits {@code ChartEntryAdded} and {@code ChartEntryWithdrawn}.
 */
@NullMarked
package io.hairline.treatment.chartentry;

import org.jspecify.annotations.NullMarked;
