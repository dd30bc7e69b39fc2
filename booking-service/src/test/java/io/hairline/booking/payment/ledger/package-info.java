/** The rules of the ledger. */
@NullMarked
package io.hairline.booking.payment.ledger;

import org.jspecify.annotations.NullMarked;
