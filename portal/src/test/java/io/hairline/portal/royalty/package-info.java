/** What head office fills in, tried without a server. */
@NullMarked
package io.hairline.portal.royalty;

import org.jspecify.annotations.NullMarked;
