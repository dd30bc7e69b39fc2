/**
 * Clients of a clinic that joins the brand come as a table, stored in parts once all of it is right.
 * Emits ClientRegistered for each.
 */
@NullMarked
package io.hairline.booking.client.transfer;

import org.jspecify.annotations.NullMarked;
