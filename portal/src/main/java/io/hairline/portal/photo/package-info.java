/** Photos of a scalp: taken with a phone in the six standard angles, and compared before and after. */
@NullMarked
package io.hairline.portal.photo;

import org.jspecify.annotations.NullMarked;
