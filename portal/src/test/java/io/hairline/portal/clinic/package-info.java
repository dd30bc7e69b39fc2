@NullMarked
package io.hairline.portal.clinic;

import org.jspecify.annotations.NullMarked;
