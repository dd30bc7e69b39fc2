@NullMarked
package io.hairline.kit.time;

import org.jspecify.annotations.NullMarked;
