/** How signatures are tried by their rules alone. */
@NullMarked
package io.hairline.treatment.encryption;

import org.jspecify.annotations.NullMarked;
