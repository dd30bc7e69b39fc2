/**
 * All that a clinic knows of a client's treatment, in one answer for who treats her and for herself.
 * Each capability brings its own part; head office never sees one.
 */
@NullMarked
package io.hairline.treatment.chart;

import org.jspecify.annotations.NullMarked;
