/**
 * The brand's numbers for booking: lead time, horizon, holds, grace, what a cancellation costs.
 * Emits PolicyPublished.
 */
@NullMarked
package io.hairline.headoffice.policy;

import org.jspecify.annotations.NullMarked;
