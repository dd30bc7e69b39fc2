@NullMarked
package io.hairline.portal;

import org.jspecify.annotations.NullMarked;
