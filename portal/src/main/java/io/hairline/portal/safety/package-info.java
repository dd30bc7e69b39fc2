/** Harm and what prevents more of it: head office recalls a batch and sees who knows of it. */
@NullMarked
package io.hairline.portal.safety;

import org.jspecify.annotations.NullMarked;
