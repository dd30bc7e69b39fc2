/**
 * What clients pay: deposits and prices, by card or in cash, and what goes back to them.
 * Says {@code PaymentRequested}, {@code PaymentCaptured}, {@code PaymentDeclined}, {@code PaymentRefunded}.
 */
@NullMarked
package io.hairline.booking.payment;

import org.jspecify.annotations.NullMarked;
