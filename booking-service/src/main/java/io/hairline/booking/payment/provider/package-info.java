/** The card provider that takes money and gives it back, and how it is asked without losing or doubling anything. */
@NullMarked
package io.hairline.booking.payment.provider;

import org.jspecify.annotations.NullMarked;
