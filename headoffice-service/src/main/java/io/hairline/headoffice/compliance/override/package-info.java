/** Steps of the readiness light that were set aside, kept from treatment's events for the compliance board. */
@NullMarked
package io.hairline.headoffice.compliance.override;

import org.jspecify.annotations.NullMarked;
