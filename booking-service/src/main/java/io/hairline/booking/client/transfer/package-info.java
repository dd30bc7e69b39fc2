/**
 * Clients of a clinic that joins the brand come as a table.
 * Emits ClientRegistered for each.
 */
@NullMarked
package io.hairline.booking.client.transfer;

import org.jspecify.annotations.NullMarked;
