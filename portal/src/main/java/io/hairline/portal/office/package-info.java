/** What head office sets for the brand: prices, the booking policy, clinics and their chairs, people and their roles. */
@NullMarked
package io.hairline.portal.office;

import org.jspecify.annotations.NullMarked;
