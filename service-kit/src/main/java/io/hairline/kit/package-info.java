/** What every service needs and none should write twice; no word of the trade in it. */
@NullMarked
package io.hairline.kit;

import org.jspecify.annotations.NullMarked;
