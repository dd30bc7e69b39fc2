/** How questionnaires are tried by their rules alone. */
@NullMarked
package io.hairline.treatment.questionnaire;

import org.jspecify.annotations.NullMarked;
