/** What was paid, held, used, lost and given back, told from the events and always adding up. */
@NullMarked
package io.hairline.booking.payment.ledger;

import org.jspecify.annotations.NullMarked;
