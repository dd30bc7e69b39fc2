/**
 * Choosing a free time, the same for visitors, clients and the desk: some days with the number of their free times, then
 * all times of one day. Booking answers what is free.
 */
@NullMarked
package io.hairline.portal.times;

import org.jspecify.annotations.NullMarked;
