/**
 * Money that is paid before anybody knows what for: gift cards, and credit of one client; used in any clinic of the brand.
 * Emits PrepaidSaleRequested, PrepaidSold, PrepaidSaleDeclined, PrepaidRedeemed and PrepaidRestored.
 */
@NullMarked
package io.hairline.booking.payment.prepaid;

import org.jspecify.annotations.NullMarked;
