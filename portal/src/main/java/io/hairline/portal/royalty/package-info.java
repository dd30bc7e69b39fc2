/** Royalty statements: for head office, which issues them, and for the clinics, which may dispute a line. */
@NullMarked
package io.hairline.portal.royalty;

import org.jspecify.annotations.NullMarked;
