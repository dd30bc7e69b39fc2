@NullMarked
package io.hairline.portal.language;

import org.jspecify.annotations.NullMarked;
