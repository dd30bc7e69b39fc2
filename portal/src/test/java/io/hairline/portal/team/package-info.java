/** The page of hours as a browser gets it. */
@NullMarked
package io.hairline.portal.team;

import org.jspecify.annotations.NullMarked;
