@NullMarked
package io.hairline.portal.office;

import org.jspecify.annotations.NullMarked;
