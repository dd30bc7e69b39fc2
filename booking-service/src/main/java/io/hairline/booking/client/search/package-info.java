/**
 * Finding clients by their names and contacts, and the traces that looks beyond one's own clinics leave.
 * Emits and hears nothing.
 */
@NullMarked
package io.hairline.booking.client.search;

import org.jspecify.annotations.NullMarked;
