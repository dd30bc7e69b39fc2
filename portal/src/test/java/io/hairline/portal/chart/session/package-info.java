@NullMarked
package io.hairline.portal.chart.session;

import org.jspecify.annotations.NullMarked;
