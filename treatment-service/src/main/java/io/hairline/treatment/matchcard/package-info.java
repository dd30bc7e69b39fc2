/** What the next practitioner needs to match earlier work of other hands, on one page. */
@NullMarked
package io.hairline.treatment.matchcard;

import org.jspecify.annotations.NullMarked;
