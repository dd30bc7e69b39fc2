@NullMarked
package io.hairline.portal.times;

import org.jspecify.annotations.NullMarked;
