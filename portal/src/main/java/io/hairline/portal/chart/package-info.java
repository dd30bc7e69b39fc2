/**
 * A client's chart as a clinic reads it, and what is written into it outside an appointment: words added to signed
 * sessions, adverse events, corrected patch tests, and the reason of an emergency that opens it.
 */
@NullMarked
package io.hairline.portal.chart;

import org.jspecify.annotations.NullMarked;
