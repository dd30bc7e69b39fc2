/** A client's control over the chart: who has read it, which clinics may read it, and recalls to acknowledge. */
@NullMarked
package io.hairline.portal.record;

import org.jspecify.annotations.NullMarked;
