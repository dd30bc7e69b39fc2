/**
 * What speaks against a treatment, asked anew every six months; the questions and their weight are data.
 * Emits {@code QuestionnaireAnswered}; the answers stay sealed in the chart.
 */
@NullMarked
package io.hairline.treatment.questionnaire;

import org.jspecify.annotations.NullMarked;
