/**
 * The brand's regions: a region manager looks after the clinics in hers.
 * Emits RegionOpened.
 */
@NullMarked
package io.hairline.headoffice.region;

import org.jspecify.annotations.NullMarked;
