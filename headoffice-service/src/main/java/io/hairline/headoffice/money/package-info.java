/** Sums of money as whole numbers. */
@NullMarked
package io.hairline.headoffice.money;

import org.jspecify.annotations.NullMarked;
