/**
 * All that the brand knows of a client's treatment, in one answer for those who treat the client and for the client.
 * Each capability brings its own part; head office never sees one.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "chartaccess")
@NullMarked
package io.hairline.treatment.chart;

import org.jspecify.annotations.NullMarked;
