/**
 * Calls every operation that a service's own OpenAPI document names, wrongly in every way its schemas give away, so that a
 * new endpoint is covered without a line.
 */
@NullMarked
package io.hairline.kit.testing.badinput;

import org.jspecify.annotations.NullMarked;
