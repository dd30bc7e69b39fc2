/** How lots are tried by their rules alone. */
@NullMarked
package io.hairline.treatment.contact;

import org.jspecify.annotations.NullMarked;
