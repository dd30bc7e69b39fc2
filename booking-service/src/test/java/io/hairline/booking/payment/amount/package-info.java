@NullMarked
package io.hairline.booking.payment.amount;

import org.jspecify.annotations.NullMarked;
