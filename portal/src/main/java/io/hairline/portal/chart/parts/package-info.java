/** The entries of a client's chart, as treatment answers them and pages show them. */
@NullMarked
package io.hairline.portal.chart.parts;

import org.jspecify.annotations.NullMarked;
