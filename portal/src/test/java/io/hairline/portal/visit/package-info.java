@NullMarked
package io.hairline.portal.visit;

import org.jspecify.annotations.NullMarked;
