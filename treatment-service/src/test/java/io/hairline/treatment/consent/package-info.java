/** How signed forms are tried by their rules alone. */
@NullMarked
package io.hairline.treatment.consent;

import org.jspecify.annotations.NullMarked;
