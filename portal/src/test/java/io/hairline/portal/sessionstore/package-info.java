@NullMarked
package io.hairline.portal.sessionstore;

import org.jspecify.annotations.NullMarked;
