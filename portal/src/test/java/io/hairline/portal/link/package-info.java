@NullMarked
package io.hairline.portal.link;

import org.jspecify.annotations.NullMarked;
