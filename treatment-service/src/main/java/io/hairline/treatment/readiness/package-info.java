/**
 * What must be there before a session, step by step, and who has to bring it. Each step asks the capability that knows;
 * some can be overridden with a role and a reason.
 * Emits {@code ReadinessOverridden}, {@code ReadinessBlocked} and {@code ReadinessUnblocked}.
 */
@NullMarked
package io.hairline.treatment.readiness;

import org.jspecify.annotations.NullMarked;
