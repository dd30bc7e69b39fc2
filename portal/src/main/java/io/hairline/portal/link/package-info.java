/** What the secret link of a letter opens without an account: one appointment, or the page that confirms the e-mail address. */
@NullMarked
package io.hairline.portal.link;

import org.jspecify.annotations.NullMarked;
