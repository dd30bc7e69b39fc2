/**
 * The numbers for booking and treating in layers (brand, region, clinic): lead time, horizon, holds, grace, what a cancellation
 * costs, healing, the touch-up forecast, stock limits, aftercare.
 * Emits PolicyPublished and PolicyLayerPublished.
 */
@NullMarked
package io.hairline.headoffice.policy;

import org.jspecify.annotations.NullMarked;
