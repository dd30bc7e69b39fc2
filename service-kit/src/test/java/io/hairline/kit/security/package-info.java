/** Who may what, as plain rules. */
@NullMarked
package io.hairline.kit.security;

import org.jspecify.annotations.NullMarked;
