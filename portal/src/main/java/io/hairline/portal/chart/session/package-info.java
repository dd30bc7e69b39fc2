/** The record of a signed session as its readers see it: those who treat the client, and the client. */
@NullMarked
package io.hairline.portal.chart.session;

import org.jspecify.annotations.NullMarked;
