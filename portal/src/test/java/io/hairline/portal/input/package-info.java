@NullMarked
package io.hairline.portal.input;

import org.jspecify.annotations.NullMarked;
