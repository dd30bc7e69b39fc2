/** How the pages of the client's own record show what is in it. */
@NullMarked
package io.hairline.portal.record;

import org.jspecify.annotations.NullMarked;
