@NullMarked
package io.hairline.portal.desk;

import org.jspecify.annotations.NullMarked;
