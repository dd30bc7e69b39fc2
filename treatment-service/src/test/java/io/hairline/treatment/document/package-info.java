/** How patch tests are tried by their rules alone. */
@NullMarked
package io.hairline.treatment.document;

import org.jspecify.annotations.NullMarked;
