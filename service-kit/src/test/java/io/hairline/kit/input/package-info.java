/** What requests may hold. */
@NullMarked
package io.hairline.kit.input;

import org.jspecify.annotations.NullMarked;
