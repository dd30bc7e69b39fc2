@NullMarked
package io.hairline.portal.photo;

import org.jspecify.annotations.NullMarked;
