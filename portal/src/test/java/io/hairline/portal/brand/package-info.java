@NullMarked
package io.hairline.portal.brand;

import org.jspecify.annotations.NullMarked;
