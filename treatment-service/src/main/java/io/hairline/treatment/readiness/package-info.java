/**
 * What must be there before she may be treated, step by step, and who has to bring it.
 * It decides nothing new: each step asks the capability that knows.
 */
@NullMarked
package io.hairline.treatment.readiness;

import org.jspecify.annotations.NullMarked;
