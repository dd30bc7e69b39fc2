@NullMarked
package io.hairline.portal.gateway;

import org.jspecify.annotations.NullMarked;
