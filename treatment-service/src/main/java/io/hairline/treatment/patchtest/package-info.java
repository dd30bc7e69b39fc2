/**
 * A drop of pigment behind the ear, looked at a day later at the earliest.
 * Emits {@code PatchTestPlaced}, {@code PatchTestRead} and {@code PatchTestCorrected}; what was seen stays sealed in the chart.
 */
@NullMarked
package io.hairline.treatment.patchtest;

import org.jspecify.annotations.NullMarked;
