/**
 * What a cancellation costs: quoted beforehand, and given back afterwards, by one computation. Hears of cancellations and
 * late payments through due work; emits nothing of its own.
 */
@NullMarked
@NamedInterface("cancellation")
package io.hairline.booking.payment.cancellation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
