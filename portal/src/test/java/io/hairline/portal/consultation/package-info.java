/** How the form of what a consultation found is sent. */
@NullMarked
package io.hairline.portal.consultation;

import org.jspecify.annotations.NullMarked;
