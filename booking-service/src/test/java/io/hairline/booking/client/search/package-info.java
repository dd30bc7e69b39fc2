/** What clients are found by, and who may see them. */
@NullMarked
package io.hairline.booking.client.search;

import org.jspecify.annotations.NullMarked;
