/** Clinics drawn where they lie, for visitors who look for one and for head office's dashboard. */
@NullMarked
package io.hairline.portal.map;

import org.jspecify.annotations.NullMarked;
