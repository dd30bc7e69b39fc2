/**
 * The figures of one clinic's practitioners and chairs, read from their sums of each local day; practitioners see their own.
 */
@NullMarked
package io.hairline.headoffice.dashboard.resource;

import org.jspecify.annotations.NullMarked;
