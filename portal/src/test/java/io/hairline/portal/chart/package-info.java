/** How the pages of a chart show what is in it. */
@NullMarked
package io.hairline.portal.chart;

import org.jspecify.annotations.NullMarked;
