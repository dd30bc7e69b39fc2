/** What labels must say, country by country. */
@NullMarked
package io.hairline.treatment.lot.label;

import org.jspecify.annotations.NullMarked;
