@NullMarked
package io.hairline.portal.dashboard;

import org.jspecify.annotations.NullMarked;
