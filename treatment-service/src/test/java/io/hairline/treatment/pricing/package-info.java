/** How prices of sessions are tried by their rules alone. */
@NullMarked
package io.hairline.treatment.pricing;

import org.jspecify.annotations.NullMarked;
