/** What booking tells the franchise: clients, holds and appointments. */
@NullMarked
package io.hairline.contracts.booking;

import org.jspecify.annotations.NullMarked;
