@NullMarked
package io.hairline.headoffice.royalty;

import org.jspecify.annotations.NullMarked;
