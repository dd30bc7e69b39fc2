@NullMarked
package io.hairline.portal.entrance;

import org.jspecify.annotations.NullMarked;
