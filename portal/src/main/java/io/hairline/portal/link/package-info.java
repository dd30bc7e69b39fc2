/** One appointment behind the secret link of its letter: seen, moved and cancelled without an account. */
@NullMarked
package io.hairline.portal.link;

import org.jspecify.annotations.NullMarked;
