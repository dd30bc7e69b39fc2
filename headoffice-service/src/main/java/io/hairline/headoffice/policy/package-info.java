/**
 * The numbers for booking in layers (brand, region, clinic): lead time, horizon, holds, grace, what a cancellation costs.
 * Emits PolicyPublished and PolicyLayerPublished.
 */
@NullMarked
package io.hairline.headoffice.policy;

import org.jspecify.annotations.NullMarked;
