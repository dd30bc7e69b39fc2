/** How head office's service is tried as a whole. */
@NullMarked
package io.hairline.headoffice;

import org.jspecify.annotations.NullMarked;
