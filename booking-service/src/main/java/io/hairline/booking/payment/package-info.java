/**
 * What clients pay: deposits and prices, by card or in cash, and what goes back to them, by policy or by people's decision.
 * Emits the events of {@code BookingEvent.OfPayment}; hears that appointments are cancelled through due work.
 */
@NullMarked
package io.hairline.booking.payment;

import org.jspecify.annotations.NullMarked;
