/** The pages of recalls and harms, from their real templates. */
@NullMarked
package io.hairline.portal.safety;

import org.jspecify.annotations.NullMarked;
