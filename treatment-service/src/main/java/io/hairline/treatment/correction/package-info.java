/**
 * What a consultation found wrongly is put right, and with it what was forecast from it, all or nothing.
 * Emits {@code ConsultationCorrected} and, if the skin is another, {@code TouchUpForecastChanged}.
 */
@NullMarked
package io.hairline.treatment.correction;

import org.jspecify.annotations.NullMarked;
