/** How the tables that a clinic brings are shown. */
@NullMarked
package io.hairline.portal.transfer;

import org.jspecify.annotations.NullMarked;
