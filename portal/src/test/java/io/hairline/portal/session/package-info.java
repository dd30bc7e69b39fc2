@NullMarked
package io.hairline.portal.session;

import org.jspecify.annotations.NullMarked;
