/**
 * The two clocks: business time, which a demo can move forward, and system time, which is never moved.
 */
@NullMarked
package io.hairline.kit.time;

import org.jspecify.annotations.NullMarked;
