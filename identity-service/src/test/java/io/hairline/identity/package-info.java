@NullMarked
package io.hairline.identity;

import org.jspecify.annotations.NullMarked;
