/**
 * What is done to a client and what must be there before: consultation, questionnaire, patch test, consent, plan,
 * session, lots, touch-ups. What it decides travels on {@code treatment.events}; what a chart says never leaves it.
 */
@NullMarked
package io.hairline.treatment;

import org.jspecify.annotations.NullMarked;
