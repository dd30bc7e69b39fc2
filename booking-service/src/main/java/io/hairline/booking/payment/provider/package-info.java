/** Whoever takes money from cards and gives it back, and how to ask without losing or doubling anything. */
@NullMarked
package io.hairline.booking.payment.provider;

import org.jspecify.annotations.NullMarked;
