/**
 * What speaks against a treatment, asked anew every six months; the questions are data, and what a yes means is head office's policy.
 * Emits {@code QuestionnaireAnswered}; the answers stay sealed in the chart.
 */
@NullMarked
package io.hairline.treatment.questionnaire;

import org.jspecify.annotations.NullMarked;
