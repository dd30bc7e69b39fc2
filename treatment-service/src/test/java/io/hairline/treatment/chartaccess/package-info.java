/** How far a chart is open and why, by the rules alone. */
@NullMarked
package io.hairline.treatment.chartaccess;

import org.jspecify.annotations.NullMarked;
