/**
 * Tells of coming appointments whose light turned red, or green again, because of a lot, a recall, a licence, a
 * training or a rule for the answers about health. Hears treatment's own lots and recalls, head office's licences, trainings and
 * policy, and booking's moves; has {@code ReadinessBlocked} and {@code ReadinessUnblocked} emitted.
 */
@NullMarked
package io.hairline.treatment.light;

import org.jspecify.annotations.NullMarked;
