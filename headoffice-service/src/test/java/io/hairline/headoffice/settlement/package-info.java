@NullMarked
package io.hairline.headoffice.settlement;

import org.jspecify.annotations.NullMarked;
