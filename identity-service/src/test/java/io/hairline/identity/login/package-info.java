/** The rules of this capability, tried without servers. */
@NullMarked
package io.hairline.identity.login;

import org.jspecify.annotations.NullMarked;
