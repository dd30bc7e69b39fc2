/**
 * The money that royalties are counted from: one entry per payment, refund and sale of prepaid money, as booking told it.
 */
@NullMarked
package io.hairline.headoffice.royalty.base;

import org.jspecify.annotations.NullMarked;
